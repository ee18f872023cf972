#include "temporary.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "launcher_failure.h"

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

/* In each copy, held open by the launcher that made it: a copy whose mark can be had is nobody's. */
static const wchar_t MARK[] = L"\\.ctnr-copy";

static const wchar_t *copy;
static HANDLE mark, sweeper;

/* The runtime stays where it is; of what was logged and kept the application sees nothing. */
static bool is_left_out(const wchar_t *name)
{
    static const wchar_t *const NAMES[] = {L"bin", L"logs", L"snapshots"};
    for (size_t i = 0; i < ARRAYSIZE(NAMES); i++)
        if (!_wcsicmp(name, NAMES[i]))
            return true;
    return false;
}

static bool is_step(const wchar_t *name)
{
    return !wcscmp(name, L".") || !wcscmp(name, L"..");
}

typedef void (*visit)(const wchar_t *from, const wchar_t *to, const WIN32_FIND_DATAW *entry);

static void each_of(const wchar_t *pattern, const wchar_t *from, const wchar_t *to, bool top, visit visit)
{
    WIN32_FIND_DATAW entry;
    HANDLE search = FindFirstFileW(joined(from, L"\\", pattern, NULL), &entry);
    if (search == INVALID_HANDLE_VALUE)
        return;
    do {
        if (is_step(entry.cFileName) || (top && is_left_out(entry.cFileName)))
            continue;
        visit(joined(from, L"\\", entry.cFileName, NULL), to ? joined(to, L"\\", entry.cFileName, NULL) : NULL, &entry);
    } while (FindNextFileW(search, &entry));
    FindClose(search);
}

static void each(const wchar_t *from, const wchar_t *to, bool top, visit visit)
{
    each_of(L"*", from, to, top, visit);
}

static void take(const wchar_t *from, const wchar_t *to, const WIN32_FIND_DATAW *entry)
{
    bool folder = entry->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY;
    if (!(folder ? CreateDirectoryW(to, NULL) : CopyFileW(from, to, TRUE)))
        fail(GetLastError(), L"Can't copy %ls to %ls", from, to);
    if (folder)
        each(from, to, false, take);
    SetFileAttributesW(to, entry->dwFileAttributes & ~(DWORD)FILE_ATTRIBUTE_READONLY);
}

static void drop(const wchar_t *path, const wchar_t *unused, const WIN32_FIND_DATAW *entry)
{
    (void)unused;
    SetFileAttributesW(path, FILE_ATTRIBUTE_NORMAL);
    if (entry->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) {
        if (!(entry->dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT))
            each(path, NULL, false, drop);
        RemoveDirectoryW(path);
    } else {
        DeleteFileW(path);
    }
}

static void remove_folder(const wchar_t *folder)
{
    each(folder, NULL, false, drop);
    RemoveDirectoryW(folder);
}

static void remove_copy(void)
{
    CloseHandle(mark);
    remove_folder(copy);
}

static HANDLE take_mark(const wchar_t *folder, DWORD disposition)
{
    return CreateFileW(joined(folder, MARK, NULL), GENERIC_WRITE, 0, NULL, disposition, FILE_ATTRIBUTE_HIDDEN, NULL);
}

static const wchar_t *folder_of_copies(void)
{
    wchar_t *folder = memory_get((MAX_PATH + 1) * sizeof *folder);
    return GetTempPathW(MAX_PATH + 1, folder) ? folder : NULL;
}

/* Its content goes first and the mark last, so that what is not removed now is found again. */
static void drop_unused(const wchar_t *path, const wchar_t *unused, const WIN32_FIND_DATAW *entry)
{
    (void)unused;
    HANDLE taken = entry->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? take_mark(path, OPEN_EXISTING) : INVALID_HANDLE_VALUE;
    if (taken == INVALID_HANDLE_VALUE)
        return;
    each(path, NULL, false, drop);
    CloseHandle(taken);
    remove_folder(path);
}

static DWORD WINAPI sweep(void *unused)
{
    const wchar_t *folder = folder_of_copies();
    (void)unused;
    if (folder)
        each_of(L"ctnr-*", folder, NULL, false, drop_unused);
    return 0;
}

/* What a short application leaves no time for gets a little; the rest is the next start's. */
static void end_sweep(void)
{
    enum { LONGEST = 2000 }; /* ms */
    WaitForSingleObject(sweeper, LONGEST);
}

void temporary_sweep(void)
{
    sweeper = CreateThread(NULL, 0, sweep, NULL, 0, NULL);
    if (sweeper)
        atexit(end_sweep);
}

bool temporary_is_needed(const machine *here)
{
    wchar_t name[40];
    swprintf(name, ARRAYSIZE(name), L"\\.ctnr-probe-%lu", GetCurrentProcessId());
    HANDLE probe = CreateFileW(joined(here->root, name, NULL), GENERIC_WRITE | DELETE, 0, NULL, CREATE_ALWAYS,
                               FILE_FLAG_DELETE_ON_CLOSE, NULL);
    if (probe == INVALID_HANDLE_VALUE)
        return true;
    CloseHandle(probe);
    return false;
}

void temporary_use(machine *here)
{
    wchar_t name[40];
    const wchar_t *folder = folder_of_copies();
    failure_code(EXIT_READ_ONLY);
    if (!folder)
        fail(GetLastError(), L"Windows does not say where temporary files go");
    swprintf(name, ARRAYSIZE(name), L"ctnr-%lu-%llu", GetCurrentProcessId(), GetTickCount64());
    copy = joined(folder, name, NULL);
    if (!CreateDirectoryW(copy, NULL))
        fail(GetLastError(), L"Can't make %ls for what the container writes", copy);
    mark = take_mark(copy, CREATE_NEW);
    atexit(remove_copy);
    if (mark == INVALID_HANDLE_VALUE)
        fail(GetLastError(), L"Can't write in %ls, where the container's copy would be", copy);
    each(here->root, copy, true, take);
    CreateDirectoryW(joined(copy, L"\\logs", NULL), NULL);
    here->root = copy;
}
