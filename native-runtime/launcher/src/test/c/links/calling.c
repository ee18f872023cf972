/* CreateSymbolicLink, and the command that calls it: what Wine 8 says that it does, and does not. */
#include "checks.h"

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static void called(const wchar_t *folder)
{
    say_done(CreateSymbolicLinkW(in(folder, L"one"), L"hostdir", SYMBOLIC_LINK_FLAG_DIRECTORY));
    say_done(CreateSymbolicLinkW(in(folder, L"two"), in(folder, L"own.txt"), 2));
    say_link(in(folder, L"one"));
    say_link(in(folder, L"two"));
    say_folder(in(folder, L"one"));
    say_content(in(folder, L"two"));
    say_done(CreateSymbolicLinkW(in(folder, L"host.txt"), L"own.txt", 0));
    say_done(CreateSymbolicLinkW(in(folder, L"nowhere\\link"), L"own.txt", 0));
    say_done(CreateSymbolicLinkW(in(folder, L"three"), L"own.txt", 8));
    say_content(in(folder, L"host.txt"));
}

static void opened(const wchar_t *folder)
{
    char link[1024];
    snprintf(link, sizeof link, "%ls\\one", folder);
    say_done(CreateSymbolicLinkW(in(folder, L"one"), L"own.txt", 0));
    say_link(in(folder, L"one"));
    HANDLE file = CreateFileA(link, 0, 0, NULL, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, NULL);
    BY_HANDLE_FILE_INFORMATION data = {0};
    GetFileInformationByHandle(file, &data);
    CloseHandle(file);
    say("%lx/%lu", data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT, data.nFileSizeLow);
    CREATEFILE2_EXTENDED_PARAMETERS more = {.dwSize = sizeof more, .dwFileFlags = FILE_FLAG_OPEN_REPARSE_POINT};
    file = CreateFile2(in(folder, L"one"), 0, 0, OPEN_EXISTING, &more);
    GetFileInformationByHandle(file, &data);
    CloseHandle(file);
    say("%lx/%lu", data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT, data.nFileSizeLow);
}

static void by_command(const wchar_t *folder)
{
    wchar_t command[2048];
    swprintf(command, 2048, L"cmd /c mklink /D \"%ls\" hostdir >nul & mklink \"%ls\" own.txt >nul",
             in(folder, L"one"), in(folder, L"two"));
    _wsystem(command);
    say_folder(in(folder, L"one"));
    say_content(in(folder, L"two"));
    swprintf(command, 2048, L"cmd /c rmdir \"%ls\" & del \"%ls\"", in(folder, L"one"), in(folder, L"two"));
    _wsystem(command);
    say_attributes(in(folder, L"one"));
    say_attributes(in(folder, L"two"));
    say_folder(in(folder, L"hostdir"));
    say_content(in(folder, L"own.txt"));
}

const check CALLING[] = {
    {"called", called,
     "ok ok symlink:hostdir symlink:own.txt [inner.txt other.txt] <own> error-183 error-3 error-87 <host>"},
    {"opened", opened, "ok symlink:own.txt 400/0 400/0"},
    {"by-command", by_command, "[inner.txt other.txt] <own> error-2 error-2 [inner.txt other.txt] <own>"},
    {NULL, NULL, NULL},
};
