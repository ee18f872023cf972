/* The profile calls, which programs keep .ini files with: they read, write beside and replace. */
#include "checks.h"

#include <stdio.h>
#include <wchar.h>

/* Lists of texts end with an empty one. */
static void say_list(const wchar_t *list)
{
    for (; *list; list += wcslen(list) + 1)
        say("%ls,", list);
}

static void begin(const wchar_t *path)
{
    say_done(WritePrivateProfileStringW(L"first", L"key", L"one", path));
    say_done(WritePrivateProfileStringW(L"first", L"other", L"two", path));
    say_done(WritePrivateProfileStringW(L"second", L"key", L"three", path));
}

static void write_section(const wchar_t *path)
{
    wchar_t list[256] = L"";
    begin(path);
    say_done(WritePrivateProfileSectionW(L"first", L"a=1\0b=2\0", path));
    GetPrivateProfileSectionW(L"first", list, 256, path);
    say_list(list);
}

static void list_sections(const wchar_t *path)
{
    wchar_t list[256] = L"";
    begin(path);
    say("%lu", GetPrivateProfileSectionNamesW(list, 256, path));
    say_list(list);
    GetPrivateProfileStringW(L"first", NULL, L"", list, 256, path);
    say_list(list);
}

static void remove_key(const wchar_t *path)
{
    begin(path);
    say_done(WritePrivateProfileStringW(L"first", L"key", NULL, path));
    say_done(WritePrivateProfileStringW(NULL, NULL, NULL, path)); /* writes what is held back */
    say_content(path);
}

static void remove_section(const wchar_t *path)
{
    begin(path);
    say_done(WritePrivateProfileStringW(L"first", NULL, NULL, path));
    say("%u", GetPrivateProfileIntW(L"first", L"key", 7, path));
    say_content(path);
}

static void in_utf16(const wchar_t *path)
{
    static const wchar_t TEXT_BEFORE[] = L"\xfeff[part]\r\nkey=\x03a9\r\n";
    wchar_t value[32];
    DWORD count;
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_ALWAYS, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    WriteFile(file, TEXT_BEFORE, sizeof TEXT_BEFORE - sizeof(wchar_t), &count, NULL);
    CloseHandle(file);
    say_done(WritePrivateProfileStringW(L"part", L"more", L"\x0416", path));
    GetPrivateProfileStringW(L"part", L"key", L"none", value, 32, path);
    say("%x", value[0]);
    GetPrivateProfileStringW(L"part", L"more", L"none", value, 32, path);
    say("%x", value[0]);
}

static void in_structures(const wchar_t *path)
{
    int written = 1234567, found = 0;
    say_done(WritePrivateProfileStructW(L"part", L"bytes", &written, sizeof written, path));
    say_done(GetPrivateProfileStructW(L"part", L"bytes", &found, sizeof found, path));
    say("%d", found);
}

const check SETTINGS[] = {
    {"settings-section", write_section, TRUE},
    {"settings-list", list_sections, TRUE},
    {"settings-remove-key", remove_key, TRUE},
    {"settings-remove-section", remove_section, TRUE},
    {"settings-utf16", in_utf16, TRUE},
    {"settings-structure", in_structures, TRUE},
    {NULL, NULL, FALSE},
};
