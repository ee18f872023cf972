/* What is set, asked and listed through a handle, and reads and writes that are not waited for. */
#include "checks.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <winternl.h>

/* Classes that the toolchain's headers lack, by their numbers in Windows' documentation. */
enum { DISPOSITION_EX = 64, RENAME_EX = 65 };
enum { EX_DELETE = 1, EX_POSIX = 2, EX_IGNORE_READONLY = 0x10 };
NTSYSAPI NTSTATUS NTAPI NtSetInformationFile(HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG, FILE_INFORMATION_CLASS);

static HANDLE opened(const wchar_t *path, DWORD access, DWORD flags)
{
    HANDLE file = open_with(path, access, OPEN_EXISTING, flags);
    say_done(file != INVALID_HANDLE_VALUE);
    return file == INVALID_HANDLE_VALUE ? NULL : file;
}

static void disposed(const wchar_t *path, ULONG flags)
{
    IO_STATUS_BLOCK io;
    HANDLE file = opened(path, DELETE | FILE_READ_ATTRIBUTES, FILE_FLAG_BACKUP_SEMANTICS);
    if (!file)
        return;
    say("%08lx", NtSetInformationFile(file, &io, &flags, sizeof flags, (FILE_INFORMATION_CLASS)DISPOSITION_EX));
    say("%s", GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES ? "not found" : "found");
    CloseHandle(file);
    say("%lx", GetFileAttributesW(path));
}

static void dispose(const wchar_t *path) { disposed(path, EX_DELETE); }
static void dispose_not(const wchar_t *path) { disposed(path, 0); }
static void dispose_posix(const wchar_t *path) { disposed(path, EX_DELETE | EX_POSIX); }
static void dispose_read_only(const wchar_t *path) { disposed(path, EX_DELETE | EX_POSIX | EX_IGNORE_READONLY); }

static void renamed(const wchar_t *path, const wchar_t *to, ULONG flags, ULONG class)
{
    union {
        FILE_RENAME_INFO info;
        char bytes[2200];
    } asked = {0};
    IO_STATUS_BLOCK io;
    wchar_t name[1024];
    HANDLE file = opened(path, DELETE | SYNCHRONIZE, FILE_FLAG_BACKUP_SEMANTICS);
    if (!file)
        return;
    swprintf(name, 1024, to[1] == L':' ? L"\\??\\%ls" : L"%ls", to);
    asked.info.Flags = flags;
    asked.info.FileNameLength = (DWORD)(wcslen(name) * sizeof *name);
    memcpy(asked.info.FileName, name, asked.info.FileNameLength);
    say("%08lx", NtSetInformationFile(file, &io, &asked, (ULONG)(sizeof asked.info + asked.info.FileNameLength), (FILE_INFORMATION_CLASS)class));
    CloseHandle(file);
    say("%s", GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES ? "away" : "there");
}

static void rename_plain(const wchar_t *path) { renamed(path, beside(path, L"renamed"), 0, 10); }
static void rename_by_name(const wchar_t *path) { renamed(path, L"renamed", 0, 10); }
static void rename_over(const wchar_t *path) { renamed(path, beside(path, L"host2.txt"), 1, 10); }
static void rename_ex(const wchar_t *path) { renamed(path, beside(path, L"renamed"), 0, RENAME_EX); }
static void rename_posix(const wchar_t *path) { renamed(path, beside(path, L"host2.txt"), 3, RENAME_EX); }

static void say_size(HANDLE file)
{
    LARGE_INTEGER size = {0};
    GetFileSizeEx(file, &size);
    say("size-%d", (int)size.QuadPart);
}

static void set_end(const wchar_t *path)
{
    FILE_END_OF_FILE_INFO end = {.EndOfFile.QuadPart = 100};
    HANDLE file = opened(path, GENERIC_WRITE | GENERIC_READ, 0);
    if (!file)
        return;
    say_done(SetFileInformationByHandle(file, FileEndOfFileInfo, &end, sizeof end));
    say_size(file);
    end.EndOfFile.QuadPart = 1;
    say_done(SetFileInformationByHandle(file, FileEndOfFileInfo, &end, sizeof end));
    say_size(file);
    CloseHandle(file);
    say_content(path);
}

static void set_allocation(const wchar_t *path)
{
    FILE_ALLOCATION_INFO space = {.AllocationSize.QuadPart = 65536};
    HANDLE file = opened(path, GENERIC_WRITE | GENERIC_READ, 0);
    if (!file)
        return;
    say_done(SetFileInformationByHandle(file, FileAllocationInfo, &space, sizeof space));
    say_size(file);
    CloseHandle(file);
    say_content(path);
}

static void set_valid(const wchar_t *path)
{
    HANDLE file = opened(path, GENERIC_WRITE | GENERIC_READ, 0);
    if (!file)
        return;
    say_done(SetFileValidData(file, 1));
    say_size(file);
    CloseHandle(file);
}

static void listed(const wchar_t *path, FILE_INFO_BY_HANDLE_CLASS class, size_t name_at, size_t length_at)
{
    static _Alignas(8) char buffer[8192];
    HANDLE folder = opened(path, GENERIC_READ, FILE_FLAG_BACKUP_SEMANTICS);
    if (!folder)
        return;
    while (GetFileInformationByHandleEx(folder, class, buffer, sizeof buffer))
        for (const char *item = buffer;; item += *(const DWORD *)item) {
            say("%.*ls", (int)(*(const DWORD *)(item + length_at) / sizeof(wchar_t)), (const wchar_t *)(item + name_at));
            if (!*(const DWORD *)item)
                break;
        }
    say("end-%lu", GetLastError());
    CloseHandle(folder);
}

static void list_ids(const wchar_t *path) { listed(path, FileIdBothDirectoryInfo, offsetof(FILE_ID_BOTH_DIR_INFO, FileName), offsetof(FILE_ID_BOTH_DIR_INFO, FileNameLength)); }
static void list_full(const wchar_t *path) { listed(path, FileFullDirectoryInfo, offsetof(FILE_FULL_DIR_INFO, FileName), offsetof(FILE_FULL_DIR_INFO, FileNameLength)); }
static void list_wide_ids(const wchar_t *path) { listed(path, FileIdExtdDirectoryInfo, offsetof(FILE_ID_EXTD_DIR_INFO, FileName), offsetof(FILE_ID_EXTD_DIR_INFO, FileNameLength)); }

static void asked(const wchar_t *path, FILE_INFO_BY_HANDLE_CLASS class, DWORD size)
{
    static _Alignas(8) char buffer[256];
    HANDLE file = opened(path, FILE_READ_ATTRIBUTES, FILE_FLAG_BACKUP_SEMANTICS);
    if (!file)
        return;
    say_done(GetFileInformationByHandleEx(file, class, buffer, size));
    CloseHandle(file);
}

static void info_alignment(const wchar_t *path) { asked(path, FileAlignmentInfo, sizeof(FILE_ALIGNMENT_INFO)); }
static void info_storage(const wchar_t *path) { asked(path, FileStorageInfo, sizeof(FILE_STORAGE_INFO)); }
static void info_remote(const wchar_t *path) { asked(path, FileRemoteProtocolInfo, 256); }

static void folder_on_close(const wchar_t *path)
{
    HANDLE folder = opened(path, GENERIC_READ | DELETE, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_DELETE_ON_CLOSE);
    if (!folder)
        return;
    CloseHandle(folder);
    say("%lx", GetFileAttributesW(path));
}

static void say_finished(HANDLE file, OVERLAPPED *call, BOOL done)
{
    DWORD count = 0;
    if (!done && GetLastError() != ERROR_IO_PENDING) {
        say_done(FALSE);
        return;
    }
    say_done(GetOverlappedResult(file, call, &count, TRUE));
    say("%lu", count);
}

static void overlapped(const wchar_t *path, DWORD place)
{
    char bytes[16] = "overlap";
    OVERLAPPED call = {.Offset = place};
    HANDLE file = opened(path, GENERIC_READ | GENERIC_WRITE, FILE_FLAG_OVERLAPPED);
    if (!file)
        return;
    call.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_finished(file, &call, WriteFile(file, bytes, 7, NULL, &call));
    say_finished(file, &call, ReadFile(file, bytes, 7, NULL, &call));
    call.Offset = 1000;
    say_finished(file, &call, ReadFile(file, bytes, 7, NULL, &call));
    CloseHandle(call.hEvent);
    CloseHandle(file);
    say_content(path);
}

static void overlapped_at_begin(const wchar_t *path) { overlapped(path, 0); }
static void overlapped_beyond(const wchar_t *path) { overlapped(path, 40); }

static BOOL locked(HANDLE file, DWORD flags, DWORD from, DWORD length)
{
    OVERLAPPED range = {.Offset = from};
    return LockFileEx(file, flags | LOCKFILE_FAIL_IMMEDIATELY, 0, length, 0, &range);
}

/* Two handles, of which the second may come after a copy was made. */
static void ranges(const wchar_t *path, DWORD flags)
{
    char byte;
    DWORD count;
    HANDLE first = opened(path, GENERIC_READ, 0), second = opened(path, GENERIC_READ | GENERIC_WRITE, 0);
    HANDLE third = opened(path, GENERIC_READ | GENERIC_WRITE, 0);
    say_done(locked(second, flags, 0, 2));
    say_done(locked(third, 0, 0, 2));
    say_done(locked(third, LOCKFILE_EXCLUSIVE_LOCK, 1, 2));
    say_done(locked(third, LOCKFILE_EXCLUSIVE_LOCK, 1000, 2));
    say_done(ReadFile(third, &byte, 1, &count, NULL));
    say_done(UnlockFile(second, 0, 0, 1, 0));
    say_done(UnlockFile(second, 0, 0, 2, 0));
    say_done(locked(third, LOCKFILE_EXCLUSIVE_LOCK, 0, 2));
    CloseHandle(first);
    CloseHandle(second);
    CloseHandle(third);
}

static void ranges_shared(const wchar_t *path) { ranges(path, 0); }
static void ranges_alone(const wchar_t *path) { ranges(path, LOCKFILE_EXCLUSIVE_LOCK); }

static HANDLE duplicate(HANDLE of)
{
    HANDLE made = NULL;
    say_done(DuplicateHandle(GetCurrentProcess(), of, GetCurrentProcess(), &made, 0, FALSE, DUPLICATE_SAME_ACCESS));
    return made;
}

/* Both handles have one place in one list. */
static void list_by_duplicate(const wchar_t *path)
{
    static _Alignas(8) char buffer[100]; /* for one name or two */
    HANDLE folder = opened(path, GENERIC_READ, FILE_FLAG_BACKUP_SEMANTICS);
    if (!folder)
        return;
    HANDLE handles[] = {folder, duplicate(folder)};
    for (int i = 0; GetFileInformationByHandleEx(handles[i % 2], FileFullDirectoryInfo, buffer, sizeof buffer); i++)
        for (const char *item = buffer;; item += *(const DWORD *)item) {
            const FILE_FULL_DIR_INFO *entry = (const void *)item;
            say("%.*ls", (int)(entry->FileNameLength / sizeof(wchar_t)), entry->FileName);
            if (!entry->NextEntryOffset)
                break;
        }
    say("end-%lu", GetLastError());
    CloseHandle(folder);
    CloseHandle(handles[1]);
}

/* The file goes with the last handle, whichever was told to delete it. */
static void on_close_of_both(const wchar_t *path)
{
    HANDLE file = opened(path, GENERIC_READ | DELETE, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_DELETE_ON_CLOSE);
    if (!file)
        return;
    HANDLE copy = duplicate(file);
    CloseHandle(file);
    say("%d", GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES);
    CloseHandle(copy);
    say("%d", GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES);
}

static void dispose_by_duplicate(const wchar_t *path)
{
    FILE_DISPOSITION_INFO yes = {TRUE};
    HANDLE file = opened(path, GENERIC_READ | DELETE, FILE_FLAG_BACKUP_SEMANTICS);
    if (!file)
        return;
    HANDLE copy = duplicate(file);
    say_done(SetFileInformationByHandle(copy, FileDispositionInfo, &yes, sizeof yes));
    CloseHandle(copy);
    say("%d", GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES);
    CloseHandle(file);
    say("%d", GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES);
}

const check HANDLING[] = {
    {"dispose", dispose, TRUE},
    {"dispose-not", dispose_not, TRUE},
    {"dispose-posix", dispose_posix, TRUE},
    {"dispose-read-only", dispose_read_only, TRUE},
    {"rename-by-handle", rename_plain, TRUE},
    {"rename-by-name", rename_by_name, TRUE},
    {"rename-by-handle-over", rename_over, TRUE},
    {"rename-ex", rename_ex, TRUE},
    {"rename-posix", rename_posix, TRUE},
    {"set-end-by-handle", set_end, TRUE},
    {"set-allocation", set_allocation, TRUE},
    {"set-valid-data", set_valid, TRUE},
    {"list-by-handle", list_ids, FALSE},
    {"list-by-handle-full", list_full, FALSE},
    {"list-by-handle-wide", list_wide_ids, FALSE},
    {"list-by-duplicate", list_by_duplicate, FALSE},
    {"on-close-of-both", on_close_of_both, TRUE},
    {"dispose-by-duplicate", dispose_by_duplicate, TRUE},
    {"info-alignment", info_alignment, FALSE},
    {"info-storage", info_storage, FALSE},
    {"info-remote", info_remote, FALSE},
    {"folder-on-close", folder_on_close, TRUE},
    {"overlapped-at-begin", overlapped_at_begin, TRUE},
    {"overlapped-beyond", overlapped_beyond, TRUE},
    {"ranges-shared", ranges_shared, TRUE},
    {"ranges-alone", ranges_alone, TRUE},
    {NULL, NULL, FALSE},
};
