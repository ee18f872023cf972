/* What is told of a link, and of what was opened by it. */
#include "checks.h"

#include <string.h>
#include <wchar.h>
#include <winternl.h>

NTSTATUS NTAPI NtQueryDirectoryFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG,
                                    FILE_INFORMATION_CLASS, BOOLEAN, PUNICODE_STRING, BOOLEAN);

static void say_handle(HANDLE file)
{
    BY_HANDLE_FILE_INFORMATION all = {0};
    FILE_BASIC_INFO basic = {0};
    FILE_ATTRIBUTE_TAG_INFO tag = {0};
    const DWORD hidden = FILE_ATTRIBUTE_ARCHIVE | FILE_ATTRIBUTE_NORMAL;
    GetFileInformationByHandle(file, &all);
    GetFileInformationByHandleEx(file, FileBasicInfo, &basic, sizeof basic);
    GetFileInformationByHandleEx(file, FileAttributeTagInfo, &tag, sizeof tag);
    say("%lx %lx %lx/%lx", all.dwFileAttributes & ~hidden, basic.FileAttributes & ~hidden, tag.FileAttributes & ~hidden,
        tag.ReparseTag);
}

static void by_handle(const wchar_t *folder)
{
    HANDLE file, copy = NULL;
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    say_done(symbolic(in(folder, L"two"), L"own.txt", FALSE));
    file = open_link(in(folder, L"one"), FILE_READ_ATTRIBUTES);
    DuplicateHandle(GetCurrentProcess(), file, GetCurrentProcess(), &copy, 0, FALSE, DUPLICATE_SAME_ACCESS);
    say_handle(copy);
    CloseHandle(file);
    CloseHandle(copy);
    file = open_link(in(folder, L"two"), FILE_READ_ATTRIBUTES);
    say_handle(file);
    CloseHandle(file);
    file = open_with(in(folder, L"one"), FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    say_handle(file);
    CloseHandle(file);
}

static void by_name(const wchar_t *folder)
{
    WIN32_FILE_ATTRIBUTE_DATA data = {0};
    say_done(symbolic(in(folder, L"pointer"), L"hostdir", TRUE));
    say_attributes(in(folder, L"pointer"));
    GetFileAttributesExW(in(folder, L"pointer"), GetFileExInfoStandard, &data);
    say("%lx", data.dwFileAttributes);
    say_attributes(in(folder, L"pointer\\inner.txt"));
}

static void say_final(const wchar_t *path)
{
    wchar_t name[1024] = L"";
    HANDLE file = open_with(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    DWORD length = GetFinalPathNameByHandleW(file, name, 1024, 0);
    const wchar_t *found = wcsstr(name, L"\\final\\");
    say("%ls", length && found ? found + 7 : L"unknown");
    CloseHandle(file);
}

static void final(const wchar_t *folder)
{
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    say_done(junction(in(folder, L"two"), in(folder, L"owndir")));
    say_final(in(folder, L"one\\inner.txt"));
    say_final(in(folder, L"two\\inner.txt"));
    say_final(in(folder, L"two"));
}

/* FILE_FULL_DIR_INFORMATION: attributes, and the tag where others have the size of their extended attributes. */
static void listed(const wchar_t *folder)
{
    ULONG items[512];
    IO_STATUS_BLOCK io;
    UNICODE_STRING pattern;
    const wchar_t *const names[] = {L"one", L"two", L"owndir"};
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    say_done(symbolic(in(folder, L"two"), L"own.txt", FALSE));
    HANDLE file = open_with(folder, FILE_LIST_DIRECTORY | SYNCHRONIZE, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    for (int i = 0; i < 3; i++) {
        RtlInitUnicodeString(&pattern, names[i]);
        memset(items, 0, sizeof items);
        NtQueryDirectoryFile(file, NULL, NULL, NULL, &io, items, sizeof items, (FILE_INFORMATION_CLASS)2, TRUE, &pattern, TRUE);
        say("%lx/%lx", items[14] & ~(ULONG)FILE_ATTRIBUTE_ARCHIVE, items[16]);
    }
    CloseHandle(file);
}

/* Making a link is told as making a file is: its marker is not. */
static void watched(const wchar_t *folder)
{
    ULONG bytes[1024];
    DWORD count = 0;
    OVERLAPPED wait = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
    HANDLE file = open_with(in(folder, L"owndir"), FILE_LIST_DIRECTORY, OPEN_EXISTING,
                            FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED);
    say_done(ReadDirectoryChangesW(file, bytes, sizeof bytes, FALSE, FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME,
                                   NULL, &wait, NULL));
    say_done(symbolic(in(folder, L"owndir\\pointer"), L"..\\hostdir", TRUE));
    say_done(DeleteFileW(in(folder, L"owndir\\inner.txt")));
    for (int names = 0; names < 2;) {
        GetOverlappedResult(file, &wait, &count, TRUE);
        const FILE_NOTIFY_INFORMATION *item = (const FILE_NOTIFY_INFORMATION *)bytes;
        for (;; item = (const FILE_NOTIFY_INFORMATION *)((const char *)item + item->NextEntryOffset)) {
            say("%lu:%.*ls", item->Action, (int)(item->FileNameLength / sizeof(WCHAR)), item->FileName);
            names++;
            if (!item->NextEntryOffset)
                break;
        }
        if (names < 2)
            ReadDirectoryChangesW(file, bytes, sizeof bytes, FALSE, FILE_NOTIFY_CHANGE_FILE_NAME, NULL, &wait, NULL);
    }
    CloseHandle(file);
    CloseHandle(wait.hEvent);
}

/* The tag in what FindFirstFile tells, which Wine 8 leaves out. */
static void found(const wchar_t *folder)
{
    WIN32_FIND_DATAW item = {0};
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    FindClose(FindFirstFileW(in(folder, L"one"), &item));
    say("%lx/%lx", item.dwFileAttributes, item.dwReserved0);
}

const check TELLING[] = {
    {"by-handle", by_handle, "ok ok 410 410 410/a0000003 400 400 400/a000000c 10 10 10/0"},
    {"by-name", by_name, "ok 410 410 0"},
    {"final", final, "ok ok hostdir\\inner.txt owndir\\inner.txt owndir"},
    {"listed", listed, "ok ok 410/a0000003 400/a000000c 10/0"},
    {"found", found, "ok 410/0"},
    {"watched", watched, "ok ok ok 1:pointer 2:inner.txt"},
    {NULL, NULL, NULL},
};
