/* One file under many names: every way to write a path must lead to the same place in the view. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

static void asked(const wchar_t *path)
{
    DWORD found = GetFileAttributesW(path);
    if (found == INVALID_FILE_ATTRIBUTES)
        say_done(FALSE);
    else
        say("%lx", found & ~(DWORD)FILE_ATTRIBUTE_ARCHIVE);
    say_content(path);
}

static const wchar_t *spelled(const wchar_t *format, const wchar_t *path)
{
    static wchar_t result[1200];
    swprintf(result, 1200, format, path);
    return result;
}

static void verbatim(const wchar_t *path) { asked(spelled(L"\\\\?\\%ls", path)); }
static void as_device(const wchar_t *path) { asked(spelled(L"\\\\.\\%ls", path)); }
static void verbatim_slash(const wchar_t *path) { asked(spelled(L"\\\\?\\%ls\\", path)); }
static void trailing_dot(const wchar_t *path) { asked(spelled(L"%ls.", path)); }
static void trailing_spaces(const wchar_t *path) { asked(spelled(L"%ls  ", path)); }
static void verbatim_dot(const wchar_t *path) { asked(spelled(L"\\\\?\\%ls.", path)); }
static void two_slashes(const wchar_t *path) { asked(beside(path, spelled(L"\\%ls", wcsrchr(path, L'\\') + 1))); }
static void by_the_dot(const wchar_t *path) { asked(beside(path, spelled(L".\\%ls", wcsrchr(path, L'\\') + 1))); }
static void out_and_in(const wchar_t *path) { asked(beside(path, spelled(L"hostdir\\..\\%ls", wcsrchr(path, L'\\') + 1))); }
static void out_of_nothing(const wchar_t *path) { asked(beside(path, spelled(L"none\\..\\%ls", wcsrchr(path, L'\\') + 1))); }
static void below_itself(const wchar_t *path) { asked(spelled(L"%ls\\inner.txt", path)); }
static void with_wildcard(const wchar_t *path) { asked(spelled(L"%ls*", path)); }
static void with_pipe(const wchar_t *path) { asked(spelled(L"%ls|", path)); }
static void reserved(const wchar_t *path) { asked(beside(path, L"NUL")); }
static void reserved_ending(const wchar_t *path) { asked(beside(path, L"con.txt")); }
static void marker_name(const wchar_t *path) { asked(beside(path, spelled(L".wh.%ls", wcsrchr(path, L'\\') + 1))); }
static void drive_only(const wchar_t *path) { (void)path; say("%lx", GetFileAttributesW(L"C:\\")); }

static void upper(const wchar_t *path)
{
    wchar_t *copy = (wchar_t *)spelled(L"%ls", path);
    asked(CharUpperW(copy));
}

static void slashes(const wchar_t *path)
{
    wchar_t *copy = (wchar_t *)spelled(L"%ls", path);
    for (wchar_t *c = copy; *c; c++)
        if (*c == L'\\')
            *c = L'/';
    asked(copy);
}

static void in_code_page(const wchar_t *path)
{
    char narrow[1024], bytes[64] = "";
    DWORD count = 0;
    WideCharToMultiByte(CP_ACP, 0, path, -1, narrow, sizeof narrow, NULL, NULL);
    say("%lx", GetFileAttributesA(narrow));
    HANDLE file = CreateFileA(narrow, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    ReadFile(file, bytes, sizeof bytes - 1, &count, NULL);
    say("<%s>", bytes);
    CloseHandle(file);
}

static void old_open(const wchar_t *path)
{
    char narrow[1024];
    OFSTRUCT answer;
    WideCharToMultiByte(CP_ACP, 0, path, -1, narrow, sizeof narrow, NULL, NULL);
    HFILE file = OpenFile(narrow, &answer, OF_READ);
    say(file == HFILE_ERROR ? "none-%d" : "opened", file == HFILE_ERROR ? answer.nErrCode : 0);
    if (file != HFILE_ERROR)
        _lclose(file);
}

static void by_volume(const wchar_t *path)
{
    wchar_t volume[1200] = L"";
    say_done(GetVolumeNameForVolumeMountPointW(L"C:\\", volume, 100));
    wcscat(volume, path + 3);
    asked(volume);
}

static void by_kernel_device(const wchar_t *path)
{
    wchar_t device[256], whole[1200];
    say_done(QueryDosDeviceW(L"C:", device, 256) != 0);
    swprintf(whole, 1200, L"\\\\?\\GLOBALROOT%ls%ls", device, path + 2);
    asked(whole);
}

static void short_name(const wchar_t *path)
{
    wchar_t brief[1024] = L"", full[1024] = L"";
    SetLastError(0);
    if (!GetShortPathNameW(path, brief, 1024)) {
        say_done(FALSE);
        return;
    }
    asked(brief);
    say_done(GetLongPathNameW(brief, full, 1024) != 0);
    say_path("long", full);
}

/* Names that have a short form of their own, in the layers as they come to be. */
static void long_name(const wchar_t *path)
{
    wchar_t brief[1024] = L"", full[1024] = L"";
    const wchar_t *name = beside(path, L"a name that is long enough to be cut.text");
    say_done(CopyFileW(path, name, FALSE));
    say_done(GetShortPathNameW(name, brief, 1024) != 0);
    say_content(brief);
    say_done(GetLongPathNameW(brief, full, 1024) != 0);
    say_path("long", full);
    say_done(DeleteFileW(brief));
    say_content(name);
}

static void searched(const wchar_t *path)
{
    wchar_t found[1024] = L"", *last;
    DWORD length = SearchPathW(beside(path, L""), wcsrchr(path, L'\\') + 1, NULL, 1024, found, &last);
    say_done(length != 0);
    say_path("found", found);
}

static void from_below(const wchar_t *path)
{
    wchar_t before[1024];
    GetCurrentDirectoryW(1024, before);
    say_done(SetCurrentDirectoryW(beside(path, L"hostdir")));
    asked(spelled(L"..\\%ls", wcsrchr(path, L'\\') + 1));
    asked(L"inner.txt");
    SetCurrentDirectoryW(before);
}

static void too_long_a_name(const wchar_t *path)
{
    wchar_t name[310];
    wmemset(name, L'n', 300);
    name[300] = 0;
    asked(beside(path, name));
    HANDLE file = open_with(beside(path, name), GENERIC_WRITE, CREATE_ALWAYS, 0);
    say_done(file != INVALID_HANDLE_VALUE);
}

/* Deeper than 260 characters, which only the verbatim prefix reaches. */
static void deep_below(const wchar_t *path)
{
    static const wchar_t PART[] = L"\\a part of forty characters in the middle";
    wchar_t deep[4000], other[4000];
    swprintf(deep, 4000, L"\\\\?\\%ls", path);
    say_done(CreateDirectoryW(deep, NULL));
    for (int i = 0; i < 9; i++) {
        wcscat(deep, PART);
        if (!CreateDirectoryW(deep, NULL))
            say_done(FALSE);
    }
    say("%d", (int)(wcslen(deep) > 350));
    say_folder(deep, L"*");
    swprintf(other, 4000, L"%ls\\file", deep);
    say_done(CopyFileW(beside(path, L"host2.txt"), other, TRUE));
    say_content(other);
    say_folder(deep, L"f*");
    say_done(DeleteFileW(other));
    for (int i = 0; i < 9; i++) {
        if (!RemoveDirectoryW(deep))
            say_done(FALSE);
        *wcsrchr(deep, L'\\') = 0;
    }
}

static void other_letters(const wchar_t *path)
{
    const wchar_t *name = beside(path, L"\x00fc\x03a9\x0436\x4e2d \xd83d\xde00.txt"), *big = beside(path, L"\x00dc\x03a9\x0416\x4e2d \xd83d\xde00.TXT");
    say_done(CopyFileW(path, name, TRUE));
    say_content(name);
    say_content(big);
    say_done(MoveFileW(name, path));
    say_done(DeleteFileW(big));
}

const check SPELLING[] = {
    {"spelled-verbatim", verbatim, FALSE},
    {"spelled-as-device", as_device, FALSE},
    {"spelled-verbatim-slash", verbatim_slash, FALSE},
    {"spelled-trailing-dot", trailing_dot, FALSE},
    {"spelled-trailing-spaces", trailing_spaces, FALSE},
    {"spelled-verbatim-dot", verbatim_dot, FALSE},
    {"spelled-two-slashes", two_slashes, FALSE},
    {"spelled-by-the-dot", by_the_dot, FALSE},
    {"spelled-out-and-in", out_and_in, FALSE},
    {"spelled-out-of-nothing", out_of_nothing, FALSE},
    {"spelled-below-itself", below_itself, FALSE},
    {"spelled-with-wildcard", with_wildcard, FALSE},
    {"spelled-with-pipe", with_pipe, FALSE},
    {"spelled-reserved", reserved, FALSE},
    {"spelled-reserved-ending", reserved_ending, FALSE},
    {"spelled-marker-name", marker_name, FALSE},
    {"spelled-drive-only", drive_only, FALSE},
    {"spelled-upper", upper, FALSE},
    {"spelled-slashes", slashes, FALSE},
    {"spelled-in-code-page", in_code_page, FALSE},
    {"spelled-old-open", old_open, FALSE},
    {"spelled-by-volume", by_volume, FALSE},
    {"spelled-by-kernel-device", by_kernel_device, FALSE},
    {"spelled-short", short_name, FALSE},
    {"spelled-long", long_name, TRUE},
    {"spelled-searched", searched, FALSE},
    {"spelled-from-below", from_below, FALSE},
    {"spelled-too-long", too_long_a_name, TRUE},
    {"spelled-deep-below", deep_below, TRUE},
    {"spelled-other-letters", other_letters, TRUE},
    {NULL, NULL, FALSE},
};
