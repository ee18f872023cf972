/* Two names of one file, and names that only point. */
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

/* Nothing may be left behind by a link that was refused. */
static void symbolic(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"pointer");
    say_done(CreateSymbolicLinkW(to, path, 0));
    say("%lx", GetFileAttributesW(to));
}

/* Of REPARSE_DATA_BUFFER (ntifs.h) for a junction. */
typedef struct {
    ULONG tag;
    USHORT length, reserved, substitute_at, substitute_length, print_at, print_length;
    WCHAR names[1024];
} junction;

enum { JUNCTION_HEAD = 8, JUNCTION_FIELDS = 8 };

static HANDLE open_link(const wchar_t *path, DWORD access)
{
    return open_with(path, access, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS);
}

/* What mklink /J does. */
static BOOL make_junction(const wchar_t *path, const wchar_t *target)
{
    junction data = {.tag = IO_REPARSE_TAG_MOUNT_POINT};
    DWORD count;
    if (!CreateDirectoryW(path, NULL))
        return FALSE;
    int substitute = swprintf(data.names, 512, L"\\??\\%ls", target);
    int print = swprintf(data.names + substitute + 1, 512, L"%ls", target);
    data.substitute_length = (USHORT)(substitute * sizeof(WCHAR));
    data.print_at = (USHORT)((substitute + 1) * sizeof(WCHAR));
    data.print_length = (USHORT)(print * sizeof(WCHAR));
    data.length = (USHORT)(JUNCTION_FIELDS + (substitute + print + 2) * sizeof(WCHAR));
    HANDLE folder = open_link(path, GENERIC_WRITE);
    BOOL made = DeviceIoControl(folder, FSCTL_SET_REPARSE_POINT, &data, JUNCTION_HEAD + data.length, NULL, 0, &count, NULL);
    DWORD error = GetLastError();
    CloseHandle(folder);
    SetLastError(error);
    return made;
}

static void say_target(const wchar_t *path)
{
    junction data = {0};
    DWORD count;
    HANDLE file = open_link(path, FILE_READ_ATTRIBUTES);
    BOOL told = DeviceIoControl(file, FSCTL_GET_REPARSE_POINT, NULL, 0, &data, sizeof data, &count, NULL);
    say_done(told);
    if (told)
        say_path("target", data.names + data.substitute_at / sizeof(WCHAR));
    CloseHandle(file);
}

static const wchar_t *link_to(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"pointer");
    say_done(make_junction(to, path));
    return to;
}

static void junction_read(const wchar_t *path)
{
    const wchar_t *to = link_to(path);
    say("%lx", GetFileAttributesW(to));
    say_target(to);
    say_folder(to, L"*");
}

static void junction_written(const wchar_t *path)
{
    const wchar_t *to = link_to(path);
    wchar_t file[1024];
    swprintf(file, 1024, L"%ls\\fresh.txt", to);
    HANDLE made = open_with(file, GENERIC_WRITE, CREATE_NEW, 0);
    say_done(made != INVALID_HANDLE_VALUE);
    CloseHandle(made);
    say_folder(path, L"*");
}

/* The link goes, and what it leads to stays. */
static void junction_removed(const wchar_t *path)
{
    const wchar_t *to = link_to(path);
    say_done(RemoveDirectoryW(to));
    say("%lx", GetFileAttributesW(to));
    say_folder(path, L"*");
}

static void junction_renamed(const wchar_t *path)
{
    const wchar_t *to = link_to(path);
    say_done(MoveFileExW(to, beside(path, L"renamed"), 0));
    say_target(beside(path, L"renamed"));
}

static void symbolic_folder(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"pointer");
    say_done(CreateSymbolicLinkW(to, L"hostdir", SYMBOLIC_LINK_FLAG_DIRECTORY));
    say("%lx", GetFileAttributesW(to));
    say_folder(to, L"*");
}

static void symbolic_written(const wchar_t *path)
{
    const wchar_t *to = beside(path, L"pointer");
    say_done(CreateSymbolicLinkW(to, path, 0));
    HANDLE file = open_with(to, FILE_APPEND_DATA, OPEN_EXISTING, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    CloseHandle(file);
    say_content(path);
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

/* A junction's making, in the place of a folder that is there. */
static void turned(const wchar_t *path)
{
    junction data = {.tag = IO_REPARSE_TAG_MOUNT_POINT, .length = 4};
    DWORD count;
    HANDLE folder = open_link(path, GENERIC_WRITE);
    say_done(folder != INVALID_HANDLE_VALUE);
    if (folder == INVALID_HANDLE_VALUE)
        return;
    say_done(DeviceIoControl(folder, FSCTL_SET_REPARSE_POINT, &data, 4, NULL, 0, &count, NULL));
    say_done(DeviceIoControl(folder, FSCTL_DELETE_REPARSE_POINT, &data, JUNCTION_HEAD, NULL, 0, &count, NULL));
    CloseHandle(folder);
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
    {"link-symbolic", symbolic, TRUE},
    {"link-symbolic-folder", symbolic_folder, TRUE},
    {"link-symbolic-written", symbolic_written, TRUE},
    {"link-junction", junction_read, TRUE},
    {"link-junction-written", junction_written, TRUE},
    {"link-junction-removed", junction_removed, TRUE},
    {"link-junction-renamed", junction_renamed, TRUE},
    {"link-turned", turned, TRUE},
    {"link-itself", itself, FALSE},
    {NULL, NULL, FALSE},
};
