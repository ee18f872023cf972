/* File ids: each file has its own, and keeps it whatever is done with it. */
#include "checks.h"

#include <string.h>
#include <wchar.h>

static HANDLE opened(const wchar_t *path)
{
    return open_with(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
}

static ULONGLONG id_of(const wchar_t *path)
{
    BY_HANDLE_FILE_INFORMATION data = {0};
    HANDLE file = opened(path);
    GetFileInformationByHandle(file, &data);
    CloseHandle(file);
    return (ULONGLONG)data.nFileIndexHigh << 32 | data.nFileIndexLow;
}

static void id_twice(const wchar_t *path) { say("%d", id_of(path) == id_of(path)); }

static void id_is_its_own(const wchar_t *path)
{
    static const wchar_t *const OTHERS[] = {L"host.txt", L"own.txt", L"both.txt", L"hostdir", L"bothdir", L"redone"};
    ULONGLONG own = id_of(path);
    int same = 0;
    for (size_t i = 0; own && i < ARRAYSIZE(OTHERS); i++)
        same += id_of(beside(path, OTHERS[i])) == own;
    say("%d", same);
}

static void id_after_rename(const wchar_t *path)
{
    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
        return;
    const wchar_t *to = beside(path, L"renamed");
    HANDLE file = open_with(path, FILE_WRITE_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    CloseHandle(file); /* it is the container's now */
    ULONGLONG before = id_of(path);
    say_done(MoveFileW(path, to));
    say("%d", before == id_of(to));
}

/* In a listing as from a handle. */
static void id_listed(const wchar_t *path)
{
    static LARGE_INTEGER room[1024];
    HANDLE folder = open_with(beside(path, L"."), FILE_LIST_DIRECTORY, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    say_done(GetFileInformationByHandleEx(folder, FileIdBothDirectoryInfo, room, sizeof room));
    for (const FILE_ID_BOTH_DIR_INFO *item = (const void *)room;; item = (const void *)((const char *)item + item->NextEntryOffset)) {
        const wchar_t *name = wcsrchr(path, L'\\') + 1;
        if (item->FileNameLength == wcslen(name) * sizeof *name && !_wcsnicmp(item->FileName, name, wcslen(name)))
            say("%d", (ULONGLONG)item->FileId.QuadPart == id_of(path));
        if (!item->NextEntryOffset)
            break;
    }
    CloseHandle(folder);
}

static void id_wide(const wchar_t *path)
{
    FILE_ID_INFO id = {0};
    HANDLE file = opened(path);
    if (file == INVALID_HANDLE_VALUE)
        return;
    BOOL done = GetFileInformationByHandleEx(file, FileIdInfo, &id, sizeof id);
    ULONGLONG low;
    memcpy(&low, &id.FileId, sizeof low);
    say_done(done);
    say("%d", !done || low == id_of(path));
    CloseHandle(file);
}

static void opened_by_id(const wchar_t *path, DWORD access)
{
    ULONGLONG id = id_of(path);
    if (!id)
        return;
    FILE_ID_DESCRIPTOR wanted = {.dwSize = sizeof wanted, .Type = FileIdType, .FileId.QuadPart = (LONGLONG)id};
    HANDLE root = opened(beside(path, L"."));
    HANDLE file = OpenFileById(root, &wanted, access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                               FILE_FLAG_BACKUP_SEMANTICS);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file != INVALID_HANDLE_VALUE) {
        char bytes[32] = "";
        DWORD count = 0;
        if (access & GENERIC_WRITE)
            write_text(file, "BY ID");
        SetFilePointer(file, 0, NULL, FILE_BEGIN);
        ReadFile(file, bytes, sizeof bytes - 1, &count, NULL);
        say("<%s>", bytes);
        CloseHandle(file);
    }
    CloseHandle(root);
    say_content(path);
}

static void read_by_id(const wchar_t *path) { opened_by_id(path, GENERIC_READ); }
static void write_by_id(const wchar_t *path) { opened_by_id(path, GENERIC_READ | GENERIC_WRITE); }

/* Open for writing: from here on it is the container's. */
static void touch(const wchar_t *path)
{
    HANDLE file = open_with(path, FILE_WRITE_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    CloseHandle(file);
}

static void id_written(const wchar_t *path)
{
    ULONGLONG before = id_of(path);
    HANDLE held = opened(path);
    BY_HANDLE_FILE_INFORMATION data = {0};
    touch(path);
    GetFileInformationByHandle(held, &data);
    CloseHandle(held);
    say("%d", before == id_of(path));
    say("%d", before == ((ULONGLONG)data.nFileIndexHigh << 32 | data.nFileIndexLow));
    id_listed(path);
    id_wide(path);
    id_is_its_own(path);
}

static void id_below_written(const wchar_t *path)
{
    ULONGLONG before = id_of(path);
    wchar_t inner[1024];
    wcscpy(inner, path);
    wcscat(inner, L"\\fresh");
    HANDLE file = open_with(inner, GENERIC_WRITE, CREATE_NEW, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    CloseHandle(file);
    say("%d", before == id_of(path));
    id_listed(path);
}

static void id_renamed_opens(const wchar_t *path)
{
    ULONGLONG before = id_of(path);
    touch(path);
    say_done(MoveFileW(path, beside(path, L"renamed")));
    if (before)
        say("%d", before == id_of(beside(path, L"renamed")));
    opened_by_id(beside(path, L"renamed"), GENERIC_READ);
}

/* What is made in the place of another is another file: the disk may give it the same id, but never another file's. */
static void id_made_again(const wchar_t *path)
{
    touch(path);
    say_done(DeleteFileW(path));
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_ALWAYS, 0);
    write_text(file, "again");
    CloseHandle(file);
    id_is_its_own(path);
    opened_by_id(path, GENERIC_READ);
}

static void id_of_deleted(const wchar_t *path)
{
    ULONGLONG id = id_of(path);
    touch(path);
    if (!id || !DeleteFileW(path))
        return;
    FILE_ID_DESCRIPTOR wanted = {.dwSize = sizeof wanted, .Type = FileIdType, .FileId.QuadPart = (LONGLONG)id};
    HANDLE root = opened(beside(path, L"."));
    say_done(OpenFileById(root, &wanted, GENERIC_READ, FILE_SHARE_READ, NULL, 0) != INVALID_HANDLE_VALUE);
    CloseHandle(root);
}

static void id_volume(const wchar_t *path)
{
    FILE_ID_INFO id = {0}, root = {0};
    HANDLE file = opened(path);
    HANDLE drive = opened(L"C:\\");
    say_done(GetFileInformationByHandleEx(file, FileIdInfo, &id, sizeof id));
    say_done(GetFileInformationByHandleEx(drive, FileIdInfo, &root, sizeof root));
    say("%d", id.VolumeSerialNumber == root.VolumeSerialNumber);
    CloseHandle(file);
    CloseHandle(drive);
}

const check FILE_IDS[] = {
    {"id-twice", id_twice, FALSE},
    {"id-is-its-own", id_is_its_own, FALSE},
    {"id-after-rename", id_after_rename, TRUE},
    {"id-listed", id_listed, FALSE},
    {"id-wide", id_wide, FALSE},
    {"id-opens", read_by_id, FALSE},
    {"id-writes", write_by_id, TRUE},
    {"id-written", id_written, TRUE},
    {"id-below-written", id_below_written, TRUE},
    {"id-renamed-opens", id_renamed_opens, TRUE},
    {"id-made-again", id_made_again, TRUE},
    {"id-of-deleted", id_of_deleted, TRUE},
    {"id-volume", id_volume, FALSE},
    {NULL, NULL, FALSE},
};
