/* Two handles of one file: what the second may, and what becomes of the file while the first is open. */
#include "checks.h"

#include <stdio.h>

static const DWORD ALL = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

static HANDLE shared(const wchar_t *path, DWORD access, DWORD share)
{
    HANDLE file = CreateFileW(path, access, share, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    say_done(file != INVALID_HANDLE_VALUE);
    return file;
}

static void close(HANDLE file)
{
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
}

static void pair(const wchar_t *path, DWORD first_access, DWORD first_share, DWORD access, DWORD share)
{
    HANDLE first = shared(path, first_access, first_share), second = shared(path, access, share);
    close(second);
    close(first);
}

#define PAIR(name, first_access, first_share, access, share) \
    static void name(const wchar_t *path) { pair(path, first_access, first_share, access, share); }
PAIR(read_then_write, GENERIC_READ, FILE_SHARE_READ, GENERIC_WRITE, ALL)
PAIR(read_shared_then_write, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, GENERIC_WRITE, ALL)
PAIR(read_then_write_alone, GENERIC_READ, ALL, GENERIC_WRITE, 0)
PAIR(read_then_delete, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, DELETE, ALL)
PAIR(read_shared_then_delete, GENERIC_READ, ALL, DELETE, ALL)
PAIR(delete_then_read, DELETE, ALL, GENERIC_READ, FILE_SHARE_READ)
PAIR(delete_then_read_shared, DELETE, ALL, GENERIC_READ, ALL)
PAIR(write_then_read, GENERIC_WRITE, ALL, GENERIC_READ, FILE_SHARE_READ)
PAIR(write_then_read_shared, GENERIC_WRITE, ALL, GENERIC_READ, ALL)
PAIR(write_alone_then_read, GENERIC_WRITE, 0, GENERIC_READ, ALL)
PAIR(write_then_write, GENERIC_WRITE, FILE_SHARE_READ, GENERIC_WRITE, ALL)
PAIR(write_then_delete, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, DELETE, ALL)
PAIR(attributes_then_write, FILE_READ_ATTRIBUTES, 0, GENERIC_WRITE, ALL)
PAIR(alone_then_attributes, GENERIC_READ, 0, FILE_READ_ATTRIBUTES, 0)

static void while_open(const wchar_t *path, DWORD share, BOOL (*change)(const wchar_t *))
{
    HANDLE file = shared(path, GENERIC_READ, share);
    say_done(change(path));
    close(file);
    say("%lx", GetFileAttributesW(path));
}

static BOOL removed(const wchar_t *path) { return DeleteFileW(path); }
static BOOL folder_removed(const wchar_t *path) { return RemoveDirectoryW(path); }
static BOOL renamed(const wchar_t *path) { return MoveFileW(path, beside(path, L"renamed")); }
static BOOL replaced(const wchar_t *path) { return MoveFileExW(beside(path, L"host2.txt"), path, MOVEFILE_REPLACE_EXISTING); }
static BOOL recreated(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_ALWAYS, 0);
    close(file);
    return file != INVALID_HANDLE_VALUE;
}

static void removed_while_open(const wchar_t *path) { while_open(path, ALL, removed); }
static void removed_while_held(const wchar_t *path) { while_open(path, FILE_SHARE_READ, removed); }
static void folder_removed_while_open(const wchar_t *path) { while_open(path, ALL, folder_removed); }
static void renamed_while_open(const wchar_t *path) { while_open(path, ALL, renamed); }
static void renamed_while_held(const wchar_t *path) { while_open(path, FILE_SHARE_READ, renamed); }
static void replaced_while_open(const wchar_t *path) { while_open(path, ALL, replaced); }
static void replaced_while_held(const wchar_t *path) { while_open(path, FILE_SHARE_READ, replaced); }
static void recreated_while_open(const wchar_t *path) { while_open(path, ALL, recreated); }
static void recreated_while_held(const wchar_t *path) { while_open(path, FILE_SHARE_READ, recreated); }

static void set_deletion(const wchar_t *path, int times)
{
    HANDLE file = shared(path, DELETE | FILE_READ_ATTRIBUTES, ALL);
    if (file == INVALID_HANDLE_VALUE)
        return;
    for (int i = 0; i < times; i++) {
        FILE_DISPOSITION_INFO asked = {i % 2 == 0};
        FILE_STANDARD_INFO standard = {0};
        say_done(SetFileInformationByHandle(file, FileDispositionInfo, &asked, sizeof asked));
        say_done(GetFileInformationByHandleEx(file, FileStandardInfo, &standard, sizeof standard));
        say("pending-%d", standard.DeletePending);
    }
    close(file);
    say("%lx", GetFileAttributesW(path));
}

static void deletion(const wchar_t *path) { set_deletion(path, 1); }
static void deletion_taken_back(const wchar_t *path) { set_deletion(path, 2); }
static void deletion_after_all(const wchar_t *path)
{
    if (!(GetFileAttributesW(path) & FILE_ATTRIBUTE_DIRECTORY)) /* Wine takes a second wish to delete a full folder */
        set_deletion(path, 3);
}

static void deletion_with_two(const wchar_t *path)
{
    FILE_DISPOSITION_INFO yes = {TRUE};
    HANDLE first = shared(path, GENERIC_READ, ALL), second = shared(path, DELETE, ALL);
    if (second != INVALID_HANDLE_VALUE)
        say_done(SetFileInformationByHandle(second, FileDispositionInfo, &yes, sizeof yes));
    close(first);
    close(second);
    say("%lx", GetFileAttributesW(path));
}

static void deletion_by_a_copy(const wchar_t *path)
{
    FILE_DISPOSITION_INFO yes = {TRUE};
    HANDLE file = shared(path, DELETE, ALL), copy = NULL;
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(DuplicateHandle(GetCurrentProcess(), file, GetCurrentProcess(), &copy, 0, FALSE, DUPLICATE_SAME_ACCESS));
    close(file);
    say_done(SetFileInformationByHandle(copy, FileDispositionInfo, &yes, sizeof yes));
    close(copy);
    say("%lx", GetFileAttributesW(path));
}

static void locked_range(const wchar_t *path)
{
    char bytes[8];
    DWORD count;
    HANDLE first = shared(path, GENERIC_READ | GENERIC_WRITE, ALL), second = shared(path, GENERIC_READ | GENERIC_WRITE, ALL);
    if (first != INVALID_HANDLE_VALUE && second != INVALID_HANDLE_VALUE) {
        say_done(LockFile(first, 0, 0, 2, 0));
        say_done(LockFile(second, 1, 0, 2, 0));
        say_done(ReadFile(second, bytes, 4, &count, NULL));
        say_done(UnlockFile(first, 0, 0, 2, 0));
        say_done(LockFile(second, 1, 0, 2, 0));
        say_done(UnlockFile(second, 1, 0, 2, 0));
    }
    close(second);
    close(first);
}

static void written_and_read(const wchar_t *path)
{
    char bytes[32] = "";
    DWORD count;
    HANDLE writer = shared(path, GENERIC_WRITE, ALL), reader = shared(path, GENERIC_READ, ALL);
    if (writer != INVALID_HANDLE_VALUE && reader != INVALID_HANDLE_VALUE) {
        write_text(writer, "fresh");
        ReadFile(reader, bytes, sizeof bytes - 1, &count, NULL);
        say("<%s>", bytes);
    }
    close(reader);
    close(writer);
}

const check SHARING[] = {
    {"share-read-then-write", read_then_write, TRUE},
    {"share-read-shared-then-write", read_shared_then_write, TRUE},
    {"share-read-then-write-alone", read_then_write_alone, TRUE},
    {"share-read-then-delete", read_then_delete, TRUE},
    {"share-read-shared-then-delete", read_shared_then_delete, TRUE},
    {"share-delete-then-read", delete_then_read, TRUE},
    {"share-delete-then-read-shared", delete_then_read_shared, TRUE},
    {"share-write-then-read", write_then_read, TRUE},
    {"share-write-then-read-shared", write_then_read_shared, TRUE},
    {"share-write-alone-then-read", write_alone_then_read, TRUE},
    {"share-write-then-write", write_then_write, TRUE},
    {"share-write-then-delete", write_then_delete, TRUE},
    {"share-attributes-then-write", attributes_then_write, TRUE},
    {"share-alone-then-attributes", alone_then_attributes, TRUE},
    {"open-and-removed", removed_while_open, TRUE},
    {"held-and-removed", removed_while_held, TRUE},
    {"open-and-folder-removed", folder_removed_while_open, TRUE},
    {"open-and-renamed", renamed_while_open, TRUE},
    {"held-and-renamed", renamed_while_held, TRUE},
    {"open-and-replaced", replaced_while_open, TRUE},
    {"held-and-replaced", replaced_while_held, TRUE},
    {"open-and-recreated", recreated_while_open, TRUE},
    {"held-and-recreated", recreated_while_held, TRUE},
    {"deletion", deletion, TRUE},
    {"deletion-taken-back", deletion_taken_back, TRUE},
    {"deletion-after-all", deletion_after_all, TRUE},
    {"deletion-with-two", deletion_with_two, TRUE},
    {"deletion-by-a-copy", deletion_by_a_copy, TRUE},
    {"locked-range", locked_range, TRUE},
    {"written-and-read", written_and_read, TRUE},
    {NULL, NULL, FALSE},
};
