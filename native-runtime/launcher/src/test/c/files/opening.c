#include "checks.h"

#include <stdio.h>

static void opened(const wchar_t *path, DWORD access, DWORD disposition, DWORD flags, const char *text)
{
    SetLastError(0);
    HANDLE file = open_with(path, access, disposition, flags);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    say("opened-%lu", GetLastError());
    if (text)
        write_text(file, text);
    CloseHandle(file);
    say_content(path);
}

static void attributes(const wchar_t *path)
{
    DWORD found = GetFileAttributesW(path);
    if (found == INVALID_FILE_ATTRIBUTES)
        say_done(FALSE);
    else
        say("%lx", found & ~(DWORD)FILE_ATTRIBUTE_ARCHIVE);
}

static void attributes_ex(const wchar_t *path)
{
    WIN32_FILE_ATTRIBUTE_DATA data;
    BOOL done = GetFileAttributesExW(path, GetFileExInfoStandard, &data);
    say_done(done);
    if (done && !(data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY))
        say("size-%lu written-%lu", data.nFileSizeLow, data.ftLastWriteTime.dwHighDateTime / 4096);
}

static void read_only(const wchar_t *path) { opened(path, GENERIC_READ, OPEN_EXISTING, 0, NULL); }
static void read_any(const wchar_t *path) { opened(path, GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL); }
static void append(const wchar_t *path) { opened(path, FILE_APPEND_DATA, OPEN_EXISTING, 0, "+more"); }
static void read_write(const wchar_t *path) { opened(path, GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, 0, "HEAD"); }
static void write_nothing(const wchar_t *path) { opened(path, GENERIC_WRITE, OPEN_EXISTING, 0, NULL); }
static void all_access(const wchar_t *path) { opened(path, GENERIC_ALL, OPEN_EXISTING, 0, NULL); }
static void most_access(const wchar_t *path) { opened(path, MAXIMUM_ALLOWED, OPEN_EXISTING, 0, NULL); }
static void write_attributes(const wchar_t *path) { opened(path, FILE_WRITE_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL); }
static void create_new(const wchar_t *path) { opened(path, GENERIC_WRITE, CREATE_NEW, 0, "new"); }
static void create_always(const wchar_t *path) { opened(path, GENERIC_WRITE, CREATE_ALWAYS, 0, "always"); }
static void open_always(const wchar_t *path) { opened(path, GENERIC_WRITE, OPEN_ALWAYS, 0, "open"); }
static void truncate(const wchar_t *path) { opened(path, GENERIC_WRITE, TRUNCATE_EXISTING, 0, "cut"); }
static void create_read(const wchar_t *path) { opened(path, GENERIC_READ, CREATE_ALWAYS, 0, NULL); }
static void open_folder_to_write(const wchar_t *path) { opened(path, GENERIC_WRITE, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL); }
static void exclusive(const wchar_t *path)
{
    HANDLE first = CreateFileW(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    say_done(first != INVALID_HANDLE_VALUE);
    HANDLE second = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    say_done(second != INVALID_HANDLE_VALUE);
    if (first != INVALID_HANDLE_VALUE)
        CloseHandle(first);
    if (second != INVALID_HANDLE_VALUE)
        CloseHandle(second);
}

static void final_path(const wchar_t *path)
{
    wchar_t name[1024];
    HANDLE file = open_with(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    say_done(GetFinalPathNameByHandleW(file, name, 1024, 0) != 0);
    CharLowerW(name); /* what the caller wrote or what the disk has: Wine gives either */
    say_path("final", name);
    CloseHandle(file);
}

static void map_read(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_READ, OPEN_EXISTING, 0);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    HANDLE mapping = CreateFileMappingW(file, NULL, PAGE_READONLY, 0, 0, NULL);
    const char *bytes = mapping ? MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0) : NULL;
    if (bytes)
        say("mapped-%.4s", bytes);
    else
        say_done(FALSE);
    CloseHandle(file);
}

static void map_write(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, 0);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    HANDLE mapping = CreateFileMappingW(file, NULL, PAGE_READWRITE, 0, 16, NULL);
    char *bytes = mapping ? MapViewOfFile(mapping, FILE_MAP_WRITE, 0, 0, 0) : NULL;
    if (bytes) {
        bytes[0] = '!';
        UnmapViewOfFile(bytes);
    }
    CloseHandle(mapping);
    CloseHandle(file);
    say_content(path);
}

static void relative_to_current(const wchar_t *path)
{
    wchar_t before[1024], here[1024];
    GetCurrentDirectoryW(1024, before);
    BOOL there = SetCurrentDirectoryW(beside(path, L""));
    say_done(there);
    GetCurrentDirectoryW(1024, here);
    if (there)
        say_path("cwd", here);
    say_content(wcsrchr(path, L'\\') + 1);
    SetCurrentDirectoryW(before);
}

static void by_handle(const wchar_t *path)
{
    BY_HANDLE_FILE_INFORMATION data;
    HANDLE file = open_with(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    BOOL done = file != INVALID_HANDLE_VALUE && GetFileInformationByHandle(file, &data);
    say_done(done);
    if (done)
        say("%lx-%lu", data.dwFileAttributes & ~(DWORD)FILE_ATTRIBUTE_ARCHIVE,
            data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? 0 : data.nFileSizeLow);
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
}

static void trailing_slash(const wchar_t *path)
{
    wchar_t slashed[1024];
    swprintf(slashed, 1024, L"%ls\\", path);
    attributes(slashed);
    opened(slashed, GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
}

const check OPENING[] = {
    {"attributes", attributes, FALSE},
    {"attributes-ex", attributes_ex, FALSE},
    {"read", read_only, FALSE},
    {"read-any", read_any, FALSE},
    {"append", append, TRUE},
    {"read-write", read_write, TRUE},
    {"write-nothing", write_nothing, TRUE},
    {"all-access", all_access, TRUE},
    {"most-access", most_access, TRUE},
    {"write-attributes", write_attributes, TRUE},
    {"create-new", create_new, TRUE},
    {"create-always", create_always, TRUE},
    {"create-read", create_read, TRUE},
    {"open-always", open_always, TRUE},
    {"truncate", truncate, TRUE},
    {"open-folder-to-write", open_folder_to_write, TRUE},
    {"exclusive", exclusive, FALSE},
    {"final-path", final_path, FALSE},
    {"map-read", map_read, FALSE},
    {"map-write", map_write, TRUE},
    {"relative-to-current", relative_to_current, FALSE},
    {"by-handle", by_handle, FALSE},
    {"trailing-slash", trailing_slash, FALSE},
    {NULL, NULL, FALSE},
};
