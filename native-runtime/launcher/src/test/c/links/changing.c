/* Deleting and renaming: the link is meant, and what it leads to stays. */
#include "checks.h"

#include <wchar.h>
#include <winternl.h>

static void removed(const wchar_t *folder)
{
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    say_done(symbolic(in(folder, L"two"), L"own.txt", FALSE));
    say_done(RemoveDirectoryW(in(folder, L"one")));
    say_done(DeleteFileW(in(folder, L"two")));
    say_attributes(in(folder, L"one"));
    say_attributes(in(folder, L"two"));
    say_folder(in(folder, L"hostdir"));
    say_content(in(folder, L"own.txt"));
}

/* A name that was a link's is a plain one when it is made anew. */
static void redone(const wchar_t *folder)
{
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    say_done(symbolic(in(folder, L"two"), L"own.txt", FALSE));
    say_done(RemoveDirectoryW(in(folder, L"one")));
    HANDLE file = open_with(in(folder, L"two"), DELETE, OPEN_EXISTING, FILE_FLAG_DELETE_ON_CLOSE | FILE_FLAG_OPEN_REPARSE_POINT);
    say_done(CloseHandle(file));
    say_done(CreateDirectoryW(in(folder, L"one"), NULL));
    say_done(write_file(in(folder, L"two"), CREATE_NEW, "plain"));
    say_folder(in(folder, L"one"));
    say_content(in(folder, L"two"));
    say_content(in(folder, L"own.txt"));
}

static void kept(const wchar_t *folder)
{
    FILE_DISPOSITION_INFO yes = {TRUE}, no = {FALSE};
    const wchar_t *to = in(folder, L"pointer");
    say_done(junction(to, in(folder, L"hostdir")));
    HANDLE file = open_link(to, DELETE);
    say_done(SetFileInformationByHandle(file, FileDispositionInfo, &yes, sizeof yes));
    say_done(SetFileInformationByHandle(file, FileDispositionInfo, &no, sizeof no));
    CloseHandle(file);
    say_link(to);
    say_folder(to);
}

static void renamed(const wchar_t *folder)
{
    say_done(junction(in(folder, L"one"), in(folder, L"hostdir")));
    say_done(symbolic(in(folder, L"two"), L"..\\own.txt", FALSE));
    say_done(MoveFileExW(in(folder, L"one"), in(folder, L"other"), 0));
    say_done(MoveFileExW(in(folder, L"two"), in(folder, L"owndir\\two"), 0));
    say_attributes(in(folder, L"one"));
    say_link(in(folder, L"other"));
    say_folder(in(folder, L"other"));
    say_content(in(folder, L"owndir\\two"));
    say_done(CreateDirectoryW(in(folder, L"one"), NULL));
    say_folder(in(folder, L"one"));
}

static void replaced(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"one"), L"own.txt", FALSE));
    say_done(MoveFileExW(in(folder, L"one"), in(folder, L"host.txt"), 0));
    say_done(MoveFileExW(in(folder, L"one"), in(folder, L"host.txt"), MOVEFILE_REPLACE_EXISTING));
    say_link(in(folder, L"host.txt"));
    say_content(in(folder, L"host.txt"));
    say_done(MoveFileExW(in(folder, L"both.txt"), in(folder, L"host.txt"), MOVEFILE_REPLACE_EXISTING));
    say_content(in(folder, L"host.txt"));
    say_content(in(folder, L"own.txt"));
    say_attributes(in(folder, L"host.txt"));
}

/* With all that is in it, links included. */
static void in_moved_folder(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"bothdir\\up"), L"..\\own.txt", FALSE));
    say_content(in(folder, L"bothdir\\up"));
    say_done(MoveFileW(in(folder, L"bothdir"), in(folder, L"moved")));
    say_link(in(folder, L"moved\\up"));
    say_content(in(folder, L"moved\\up"));
    say_folder(in(folder, L"moved"));
}

static void overwritten(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"one"), L"own.txt", FALSE));
    say_done(write_file(in(folder, L"one"), OPEN_EXISTING, "O"));
    HANDLE file = open_link(in(folder, L"one"), GENERIC_WRITE);
    say_done(file != INVALID_HANDLE_VALUE);
    CloseHandle(file);
    file = open_with(in(folder, L"one"), GENERIC_WRITE, CREATE_ALWAYS, FILE_FLAG_OPEN_REPARSE_POINT);
    CloseHandle(file);
    say_attributes(in(folder, L"one"));
    say_content(in(folder, L"one"));
    say_content(in(folder, L"own.txt"));
}

NTSTATUS NTAPI NtSetInformationFile(HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG, FILE_INFORMATION_CLASS);

/* A second name of the link itself: both lead to the target. */
static void linked(const wchar_t *folder)
{
    struct {
        BOOLEAN replace;
        HANDLE root;
        ULONG length;
        WCHAR name[8];
    } two = {.length = 3 * sizeof(WCHAR), .name = L"two"};
    IO_STATUS_BLOCK io;
    say_done(symbolic(in(folder, L"one"), L"own.txt", FALSE));
    say_done(CreateHardLinkW(in(folder, L"three"), in(folder, L"one"), NULL));
    say_link(in(folder, L"three"));
    HANDLE file = open_link(in(folder, L"one"), FILE_WRITE_ATTRIBUTES);
    say("%lx", NtSetInformationFile(file, &io, &two, sizeof two, (FILE_INFORMATION_CLASS)11));
    CloseHandle(file);
    say_link(in(folder, L"one"));
    say_link(in(folder, L"two"));
    say_done(DeleteFileW(in(folder, L"one")));
    say_content(in(folder, L"two"));
}

/* Attributes and times are the link's, and it stays one. */
static void attributed(const wchar_t *folder)
{
    const wchar_t *to = in(folder, L"pointer");
    say_done(junction(to, in(folder, L"hostdir")));
    say_done(SetFileAttributesW(to, FILE_ATTRIBUTE_REPARSE_POINT | FILE_ATTRIBUTE_HIDDEN));
    say_attributes(to);
    say_attributes(in(folder, L"hostdir"));
    say_folder(to);
}

/* As programs delete trees: what is a link is not entered. */
static void remove_tree(const wchar_t *folder)
{
    WIN32_FIND_DATAW item;
    wchar_t here[1024];
    wcscpy(here, folder);
    HANDLE search = FindFirstFileW(in(here, L"*"), &item);
    do {
        wchar_t path[1024];
        if (!wcscmp(item.cFileName, L".") || !wcscmp(item.cFileName, L".."))
            continue;
        wcscpy(path, in(here, item.cFileName));
        if (!(item.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)) {
            if (!DeleteFileW(path))
                say_done(FALSE);
        } else if (!(item.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT)) {
            remove_tree(path);
        } else if (!RemoveDirectoryW(path)) {
            say_done(FALSE);
        }
    } while (FindNextFileW(search, &item));
    FindClose(search);
    if (!RemoveDirectoryW(here))
        say_done(FALSE);
}

static void tree_removed(const wchar_t *folder)
{
    say_done(junction(in(folder, L"bothdir\\away"), in(folder, L"hostdir")));
    say_done(symbolic(in(folder, L"bothdir\\file"), L"..\\host.txt", FALSE));
    remove_tree(in(folder, L"bothdir"));
    say_attributes(in(folder, L"bothdir"));
    say_folder(in(folder, L"hostdir"));
    say_content(in(folder, L"host.txt"));
}

const check CHANGING[] = {
    {"removed", removed, "ok ok ok ok error-2 error-2 [inner.txt other.txt] <own>"},
    {"redone", redone, "ok ok ok ok ok ok [] <plain> <own>"},
    {"kept", kept, "ok ok ok junction:hostdir [inner.txt other.txt]"},
    {"renamed", renamed, "ok ok ok ok error-2 junction:hostdir [inner.txt other.txt] <own> ok []"},
    {"replaced", replaced, "ok error-183 ok symlink:own.txt <own> ok <high> <own> 0"},
    {"in-moved-folder", in_moved_folder, "ok <own> ok symlink:own.txt <own> [both.txt high.txt low.txt up@]"},
    {"overwritten", overwritten, "ok ok ok 0 <> <Own>"},
    {"linked", linked, "ok ok symlink:own.txt 0 symlink:own.txt symlink:own.txt ok <own>"},
    {"attributed", attributed, "ok ok 412 10 [inner.txt other.txt]"},
    {"tree-removed", tree_removed, "ok ok error-2 [inner.txt other.txt] <host>"},
    {NULL, NULL, NULL},
};
