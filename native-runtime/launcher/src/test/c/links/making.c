/* Making links, reading and unmaking them. */
#include "checks.h"

#include <stddef.h>
#include <string.h>

static void junction_made(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"pointer");
    say_done(junction(to, in(folder, L"hostdir")));
    say_attributes(to);
    say_link(to);
}

static void symlink_made(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"pointer");
    say_done(symbolic(to, L"host.txt", FALSE));
    say_attributes(to);
    say_link(to);
}

/* An application that has the folder open for writing in the host's layer. */
static void of_host_folder(const wchar_t *folder)
{
    reparse data;
    DWORD size = fill(&data, IO_REPARSE_TAG_SYMLINK, L"hostdir");
    const wchar_t *to = in(folder, L"emptydir");
    say_done(set_link(to, &data, size));
    say_link(to);
    say_folder(to);
}

static void on_file(const wchar_t *folder)
{
    reparse data;
    DWORD size = fill(&data, IO_REPARSE_TAG_MOUNT_POINT, L"\\??\\C:\\links");
    say_done(set_link(in(folder, L"own.txt"), &data, size));
    say_content(in(folder, L"own.txt"));
}

static void on_full_folder(const wchar_t *folder)
{
    reparse data;
    DWORD size = fill(&data, IO_REPARSE_TAG_MOUNT_POINT, L"\\??\\C:\\links");
    say_done(set_link(in(folder, L"hostdir"), &data, size));
    say_done(set_link(in(folder, L"owndir"), &data, size));
    say_folder(in(folder, L"hostdir"));
}

static void made_again(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"pointer");
    reparse data;
    say_done(symbolic(to, L"hostdir", TRUE));
    say_done(set_link(to, &data, fill(&data, IO_REPARSE_TAG_SYMLINK, L"owndir")));
    say_link(to);
    say_done(set_link(to, &data, fill(&data, IO_REPARSE_TAG_MOUNT_POINT, L"\\??\\C:\\links")));
    say_link(to);
}

static void invalid(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"emptydir");
    reparse data;
    DWORD size = fill(&data, IO_REPARSE_TAG_SYMLINK, L"hostdir");
    say_done(set_link(to, &data, 4));
    say_done(set_link(to, &data, size - 2));
    data.substitute_length = 4000;
    say_done(set_link(to, &data, size));
    data.substitute_length = 3;
    say_done(set_link(to, &data, size));
    data.substitute_length = 0;
    say_done(set_link(to, &data, size));
    say_attributes(to);
}

static void without_right(const wchar_t *folder)
{
    reparse data;
    DWORD count, size = fill(&data, IO_REPARSE_TAG_SYMLINK, L"hostdir");
    HANDLE own = open_link(in(folder, L"own.txt"), GENERIC_READ), host = open_link(in(folder, L"host.txt"), GENERIC_READ);
    say_done(DeviceIoControl(own, FSCTL_SET_REPARSE_POINT, &data, size, NULL, 0, &count, NULL));
    say_done(DeviceIoControl(host, FSCTL_SET_REPARSE_POINT, &data, size, NULL, 0, &count, NULL));
    CloseHandle(own);
    CloseHandle(host);
}

static void read_in_parts(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"pointer");
    char bytes[64];
    DWORD count = 0;
    say_done(symbolic(to, L"hostdir", TRUE));
    HANDLE file = open_link(to, 0);
    say_done(DeviceIoControl(file, FSCTL_GET_REPARSE_POINT, NULL, 0, bytes, 4, &count, NULL));
    say_done(DeviceIoControl(file, FSCTL_GET_REPARSE_POINT, NULL, 0, bytes, 12, &count, NULL));
    say("%lu", count);
    CloseHandle(file);
}

static BOOL unset(HANDLE file, ULONG tag, USHORT length)
{
    DWORD count;
    reparse data = {.tag = tag, .length = length};
    return DeviceIoControl(file, FSCTL_DELETE_REPARSE_POINT, &data, HEAD, NULL, 0, &count, NULL);
}

static void unmade(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"pointer");
    say_done(junction(to, in(folder, L"hostdir")));
    HANDLE file = open_link(to, GENERIC_WRITE);
    say_done(unset(file, IO_REPARSE_TAG_SYMLINK, 0));
    say_done(unset(file, IO_REPARSE_TAG_MOUNT_POINT, 4));
    say_done(unset(file, IO_REPARSE_TAG_MOUNT_POINT, 0));
    say_done(unset(file, IO_REPARSE_TAG_MOUNT_POINT, 0));
    CloseHandle(file);
    say_attributes(to);
    say_folder(to);
    say_folder(in(folder, L"hostdir"));
}

/* FSCTL_SET_REPARSE_POINT_EX: what is there must have the tag that is said, or may have none. */
static BOOL set_extended(const wchar_t *path, ULONG flags, ULONG existing, ULONG tag)
{
    struct {
        ULONG flags, existing;
        GUID guid;
        ULONGLONG reserved;
        reparse data;
    } asked = {.flags = flags, .existing = existing};
    DWORD count, size = fill(&asked.data, tag, L"\\??\\C:\\links");
    HANDLE file = open_link(path, GENERIC_WRITE);
    BOOL made = DeviceIoControl(file, 0x9040c, &asked, (DWORD)offsetof(__typeof__(asked), data) + size, NULL, 0, &count, NULL);
    DWORD error = GetLastError();
    CloseHandle(file);
    SetLastError(error);
    return made;
}

static void made_extended(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"emptydir");
    say_done(set_extended(to, 0, IO_REPARSE_TAG_MOUNT_POINT, IO_REPARSE_TAG_MOUNT_POINT));
    say_done(set_extended(to, 1, IO_REPARSE_TAG_MOUNT_POINT, IO_REPARSE_TAG_MOUNT_POINT));
    say_done(set_extended(to, 0, IO_REPARSE_TAG_MOUNT_POINT, IO_REPARSE_TAG_MOUNT_POINT));
    say_done(set_extended(to, 0, IO_REPARSE_TAG_SYMLINK, IO_REPARSE_TAG_SYMLINK));
    say_link(to);
}

const check MAKING[] = {
    {"junction-made", junction_made, "ok 410 junction:hostdir"},
    {"symlink-made", symlink_made, "ok 400 symlink:host.txt"},
    {"of-host-folder", of_host_folder, "ok symlink:hostdir [inner.txt other.txt]"},
    {"on-file", on_file, "error-267 <own>"},
    {"on-full-folder", on_full_folder, "error-145 error-145 [inner.txt other.txt]"},
    {"made-again", made_again, "ok ok symlink:owndir error-4394 symlink:owndir"},
    {"made-extended", made_extended, "error-4394 ok ok error-4394 junction:links"},
    {"invalid", invalid, "error-4392 error-4392 error-4392 error-4392 error-4392 10"},
    {"without-right", without_right, "error-5 error-5"},
    {"read-in-parts", read_in_parts, "ok error-122 error-234 12"},
    {"unmade", unmade, "ok error-4394 error-4392 ok error-4390 10 [] [inner.txt other.txt]"},
    {NULL, NULL, NULL},
};
