/* What a file is called and known by once it is open: names, ids and the volume, whichever layer it is open in. */
#include "checks.h"

#include <psapi.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <winternl.h>

enum { OBJECT_NAME = 1 };

static HANDLE open_any(const wchar_t *path)
{
    HANDLE file = open_with(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (file == INVALID_HANDLE_VALUE)
        say_done(FALSE);
    return file;
}

static void final(const wchar_t *path, DWORD flags)
{
    wchar_t name[1024] = L"";
    HANDLE file = open_any(path);
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(GetFinalPathNameByHandleW(file, name, 1024, flags) != 0);
    CharLowerW(name);
    say_path("final", name);
    CloseHandle(file);
}

static void final_guid(const wchar_t *path) { final(path, VOLUME_NAME_GUID); }
static void final_device(const wchar_t *path) { final(path, VOLUME_NAME_NT); }
static void final_none(const wchar_t *path) { final(path, VOLUME_NAME_NONE); }
static void final_opened(const wchar_t *path) { final(path, FILE_NAME_OPENED | VOLUME_NAME_DOS); }

static void object_name(const wchar_t *path)
{
    struct {
        UNICODE_STRING name;
        wchar_t room[1024];
    } answer = {0};
    ULONG needed = 0;
    HANDLE file = open_any(path);
    if (file == INVALID_HANDLE_VALUE)
        return;
    NTSTATUS status = NtQueryObject(file, (OBJECT_INFORMATION_CLASS)OBJECT_NAME, &answer, sizeof answer, &needed);
    say("%08lx", status);
    if (status >= 0) {
        CharLowerW(answer.name.Buffer);
        say_path("object", answer.name.Buffer);
    }
    CloseHandle(file);
}

static void mapped_name(const wchar_t *path)
{
    wchar_t name[1024] = L"";
    HANDLE file = open_with(path, GENERIC_READ, OPEN_EXISTING, 0);
    HANDLE mapping = file == INVALID_HANDLE_VALUE ? NULL : CreateFileMappingW(file, NULL, PAGE_READONLY, 0, 0, NULL);
    const void *view = mapping ? MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0) : NULL;
    if (!view) {
        say_done(FALSE);
        return;
    }
    say_done(GetMappedFileNameW(GetCurrentProcess(), (void *)view, name, 1024) != 0);
    CharLowerW(name);
    say_path("mapped", name);
    UnmapViewOfFile(view);
    CloseHandle(mapping);
    CloseHandle(file);
}

static void serial(const wchar_t *path)
{
    BY_HANDLE_FILE_INFORMATION data = {0};
    DWORD number = 0;
    HANDLE file = open_any(path);
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(GetFileInformationByHandle(file, &data));
    say_done(GetVolumeInformationW(L"C:\\", NULL, 0, &number, NULL, NULL, NULL, 0));
    say("%d", data.dwVolumeSerialNumber == number);
    CloseHandle(file);
}

static void volume(const wchar_t *path)
{
    wchar_t label[64] = L"", system[64] = L"";
    DWORD number = 0, longest = 0, flags = 0;
    HANDLE file = open_any(path);
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(GetVolumeInformationByHandleW(file, label, 64, &number, &longest, &flags, system, 64));
    say("%ls %lx %lu %lx %ls", label, number, longest, flags, system);
    CloseHandle(file);
}

static void volume_path(const wchar_t *path)
{
    wchar_t root[1024] = L"";
    say_done(GetVolumePathNameW(path, root, 1024));
    say_path("root", root);
    say("%u", GetDriveTypeW(root));
}

static void free_space(const wchar_t *path)
{
    ULARGE_INTEGER folder[3], root[3];
    SetLastError(0);
    say_done(GetDiskFreeSpaceExW(path, &folder[0], &folder[1], &folder[2]));
    say_done(GetDiskFreeSpaceExW(L"C:\\", &root[0], &root[1], &root[2]));
}

static void information(const wchar_t *path, FILE_INFO_BY_HANDLE_CLASS class, DWORD size)
{
    LARGE_INTEGER room[64] = {0};
    HANDLE file = open_any(path);
    if (file == INVALID_HANDLE_VALUE)
        return;
    SetLastError(0);
    say_done(GetFileInformationByHandleEx(file, class, room, size));
    if (class == FileStandardInfo) {
        const FILE_STANDARD_INFO *standard = (const void *)room;
        say("%d-%lu-%d-%d", standard->Directory ? 0 : (int)standard->EndOfFile.QuadPart, standard->Directory ? 0 : standard->NumberOfLinks,
            standard->DeletePending, standard->Directory);
    }
    CloseHandle(file);
}

static void basic_info(const wchar_t *path) { information(path, FileBasicInfo, sizeof(FILE_BASIC_INFO)); }
static void standard_info(const wchar_t *path) { information(path, FileStandardInfo, sizeof(FILE_STANDARD_INFO)); }
static void name_info(const wchar_t *path) { information(path, FileNameInfo, 512); }
static void name_info_short(const wchar_t *path) { information(path, FileNameInfo, 8); }
static void stream_info(const wchar_t *path) { information(path, FileStreamInfo, 512); }
static void tag_info(const wchar_t *path) { information(path, FileAttributeTagInfo, sizeof(FILE_ATTRIBUTE_TAG_INFO)); }
static void compression_info(const wchar_t *path) { information(path, FileCompressionInfo, sizeof(FILE_COMPRESSION_INFO)); }

const check IDENTITY[] = {
    {"final-path-guid", final_guid, FALSE},
    {"final-path-device", final_device, FALSE},
    {"final-path-none", final_none, FALSE},
    {"final-path-opened", final_opened, FALSE},
    {"object-name", object_name, FALSE},
    {"mapped-name", mapped_name, FALSE},
    {"volume-serial", serial, FALSE},
    {"volume-by-handle", volume, FALSE},
    {"volume-path", volume_path, FALSE},
    {"volume-free", free_space, FALSE},
    {"info-basic", basic_info, FALSE},
    {"info-standard", standard_info, FALSE},
    {"info-name", name_info, FALSE},
    {"info-name-cut", name_info_short, FALSE},
    {"info-streams", stream_info, FALSE},
    {"info-tag", tag_info, FALSE},
    {"info-compression", compression_info, FALSE},
    {NULL, NULL, FALSE},
};
