/* Two names of one file; names that only point are in ../links. */
#include "checks.h"

#include <stdio.h>
#include <wchar.h>
#include <winioctl.h>

static void count_links(const wchar_t *path)
{
    BY_HANDLE_FILE_INFORMATION data;
    HANDLE file = open_with(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    if (GetFileInformationByHandle(file, &data) && !(data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY))
        say("links-%lu", data.nNumberOfLinks);
    CloseHandle(file);
}

static void onto_host(const wchar_t *path)
{
    say_done(CreateHardLinkW(beside(path, L"host2.txt"), path, NULL));
    say_content(beside(path, L"host2.txt"));
}

static void onto_gone(const wchar_t *path)
{
    say_done(CreateHardLinkW(beside(path, L"gonedir"), path, NULL));
    say_content(beside(path, L"gonedir"));
}

static void into_folder(const wchar_t *path)
{
    say_done(CreateHardLinkW(beside(path, L"hostdir\\linked"), path, NULL));
    say_folder(beside(path, L"hostdir"), L"*");
}

static void into_nowhere(const wchar_t *path) { say_done(CreateHardLinkW(beside(path, L"nowhere\\linked"), path, NULL)); }

static void counted(const wchar_t *path)
{
    count_links(path);
    say_done(CreateHardLinkW(beside(path, L"linked"), path, NULL));
    count_links(path);
    count_links(beside(path, L"linked"));
}

static void written(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"linked");
    say_done(CreateHardLinkW(to, path, NULL));
    HANDLE file = open_with(to, FILE_APPEND_DATA, OPEN_EXISTING, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file != INVALID_HANDLE_VALUE) {
        write_text(file, "+linked");
        CloseHandle(file);
    }
    say_content(path);
}

static void removed(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"linked");
    say_done(CreateHardLinkW(to, path, NULL));
    say_done(DeleteFileW(path));
    say_content(to);
    count_links(to);
    say_done(DeleteFileW(to));
}

static void renamed(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"linked");
    say_done(CreateHardLinkW(to, path, NULL));
    say_done(MoveFileExW(path, beside(path, L"renamed"), 0));
    say_content(to);
    say_content(beside(path, L"renamed"));
}

static HANDLE open_link(const wchar_t *path, DWORD access)
{
    return open_with(path, access, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS);
}

/* Of REPARSE_DATA_BUFFER (ntifs.h): ../links has what is made of it. */
static void say_target(const wchar_t *path)
{
    BYTE data[1024];
    DWORD count;
    HANDLE file = open_link(path, FILE_READ_ATTRIBUTES);
    say_done(DeviceIoControl(file, FSCTL_GET_REPARSE_POINT, NULL, 0, data, sizeof data, &count, NULL));
    CloseHandle(file);
}

static void itself(const wchar_t *path)
{
    HANDLE file = open_link(path, GENERIC_READ);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    CloseHandle(file);
    say_target(path);
}

const check LINKING[] = {
    {"link-onto-host", onto_host, TRUE},
    {"link-onto-gone", onto_gone, TRUE},
    {"link-into-folder", into_folder, TRUE},
    {"link-into-nowhere", into_nowhere, TRUE},
    {"link-counted", counted, TRUE},
    {"link-written", written, TRUE},
    {"link-removed", removed, TRUE},
    {"link-renamed", renamed, TRUE},
    {"link-itself", itself, FALSE},
    {NULL, NULL, FALSE},
};
