#include "checks.h"

#include <stdio.h>

static void moved(const wchar_t *path, const wchar_t *to, DWORD flags)
{
    say_done(MoveFileExW(path, to, flags));
    say("%lx", GetFileAttributesW(path));
    say_content(to);
}

static void rename_new(const wchar_t *path) { moved(path, beside(path, L"renamed"), 0); }
static void rename_over_host(const wchar_t *path) { moved(path, beside(path, L"host2.txt"), 0); }
static void replace_host(const wchar_t *path) { moved(path, beside(path, L"host2.txt"), MOVEFILE_REPLACE_EXISTING); }
static void replace_own(const wchar_t *path) { moved(path, beside(path, L"own2.txt"), MOVEFILE_REPLACE_EXISTING); }
static void replace_locked(const wchar_t *path) { moved(path, beside(path, L"locked.txt"), MOVEFILE_REPLACE_EXISTING); }
static void onto_folder(const wchar_t *path) { moved(path, beside(path, L"emptydir"), MOVEFILE_REPLACE_EXISTING); }
static void into_host_folder(const wchar_t *path) { moved(path, beside(path, L"hostdir\\moved"), 0); }
static void into_own_folder(const wchar_t *path) { moved(path, beside(path, L"owndir\\moved"), 0); }
static void into_nowhere(const wchar_t *path) { moved(path, beside(path, L"nowhere\\moved"), 0); }
static void onto_gone(const wchar_t *path) { moved(path, beside(path, L"gonedir"), 0); }

static void rename_case(const wchar_t *path)
{
    wchar_t upper[1024];
    swprintf(upper, 1024, L"%ls", path);
    CharUpperW(wcsrchr(upper, L'\\'));
    say_done(MoveFileExW(path, upper, 0));
    say("%lx", GetFileAttributesW(path));
}

static void rename_and_list(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"renamed");
    say_done(MoveFileExW(path, to, 0));
    say_folder(to, L"*");
    say_folder(path, L"*");
}

static void there_and_back(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"renamed");
    say_done(MoveFileExW(path, to, 0));
    say_done(MoveFileExW(to, path, 0));
    say_content(path);
    say_folder(path, L"*");
}

static void rename_and_recreate(const wchar_t *path)
{
    say_done(MoveFileExW(path, beside(path, L"renamed"), 0));
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_NEW, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
}

static void copy_new(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"copy");
    say_done(CopyFileW(path, to, TRUE));
    say_content(to);
}

static void copied(const wchar_t *path, const wchar_t *to, BOOL fail_if_there)
{
    say_done(CopyFileW(path, to, fail_if_there));
    say_content(to);
}

static void copy_over_host(const wchar_t *path) { copied(path, beside(path, L"host2.txt"), FALSE); }
static void copy_refused(const wchar_t *path) { copied(path, beside(path, L"host2.txt"), TRUE); }
static void copy_from_host(const wchar_t *path) { copied(beside(path, L"host2.txt"), path, FALSE); }

static void link(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"linked");
    say_done(CreateHardLinkW(to, path, NULL));
    say_content(to);
}

static void replace(const wchar_t *path)
{
    say_done(ReplaceFileW(path, beside(path, L"own2.txt"), beside(path, L"backup"), 0, NULL, NULL));
    say_content(path);
}

const check MOVING[] = {
    {"rename-new", rename_new, TRUE},
    {"rename-over-host", rename_over_host, TRUE},
    {"replace-host", replace_host, TRUE},
    {"replace-own", replace_own, TRUE},
    {"replace-locked", replace_locked, TRUE},
    {"onto-folder", onto_folder, TRUE},
    {"into-host-folder", into_host_folder, TRUE},
    {"into-own-folder", into_own_folder, TRUE},
    {"into-nowhere", into_nowhere, TRUE},
    {"onto-gone", onto_gone, TRUE},
    {"rename-case", rename_case, TRUE},
    {"rename-and-list", rename_and_list, TRUE},
    {"there-and-back", there_and_back, TRUE},
    {"rename-and-recreate", rename_and_recreate, TRUE},
    {"copy-new", copy_new, TRUE},
    {"copy-over-host", copy_over_host, TRUE},
    {"copy-refused", copy_refused, TRUE},
    {"copy-from-host", copy_from_host, TRUE},
    {"link", link, TRUE},
    {"replace-file", replace, TRUE},
    {NULL, NULL, FALSE},
};
