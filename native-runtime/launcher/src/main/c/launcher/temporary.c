#include "temporary.h"

#include "../failure.h"
#include "../memory.h"
#include "launcher_failure.h"

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static const wchar_t *copy;

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

static void each(const wchar_t *from, const wchar_t *to, bool top, visit visit)
{
    WIN32_FIND_DATAW entry;
    HANDLE search = FindFirstFileW(joined(from, L"\\*", NULL), &entry);
    if (search == INVALID_HANDLE_VALUE)
        return;
    do {
        if (is_step(entry.cFileName) || (top && is_left_out(entry.cFileName)))
            continue;
        visit(joined(from, L"\\", entry.cFileName, NULL), to ? joined(to, L"\\", entry.cFileName, NULL) : NULL, &entry);
    } while (FindNextFileW(search, &entry));
    FindClose(search);
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

static void remove_copy(void)
{
    each(copy, NULL, false, drop);
    RemoveDirectoryW(copy);
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
    wchar_t folder[MAX_PATH + 1], name[40];
    failure_code(EXIT_READ_ONLY);
    if (!GetTempPathW(ARRAYSIZE(folder), folder))
        fail(GetLastError(), L"Windows does not say where temporary files go");
    swprintf(name, ARRAYSIZE(name), L"ctnr-%lu-%llu", GetCurrentProcessId(), GetTickCount64());
    copy = joined(folder, name, NULL);
    if (!CreateDirectoryW(copy, NULL))
        fail(GetLastError(), L"Can't make %ls for what the container writes", copy);
    atexit(remove_copy);
    each(here->root, copy, true, take);
    CreateDirectoryW(joined(copy, L"\\logs", NULL), NULL);
    here->root = copy;
}
