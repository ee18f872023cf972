/* The shell's calls (shlwapi), by which many programs keep their settings. */
#include "checks.h"

#include <shlwapi.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const wchar_t *const NAMES[] = {L"", L"a", L"b", L"both", L"gone", L"same", L"v"};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

static void get(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        wchar_t data[64] = L"";
        DWORD type = 77, size = sizeof data;
        LSTATUS error = (LSTATUS)SHGetValueW(above, name, NAMES[i], &type, data, &size);
        say_error(error);
        if (!error)
            say("%lu/%lu/%ls", type, size, data);
    }
}

static void get_narrow(HKEY above, const wchar_t *name)
{
    char path[256], data[64] = "";
    DWORD type = 77, size = sizeof data;
    snprintf(path, sizeof path, "%ls", name);
    say_error((LSTATUS)SHGetValueA(above, path, "both", &type, data, &size));
    say("%lu/%lu/%s", type, size, data);
}

static void set(HKEY above, const wchar_t *name)
{
    say_error((LSTATUS)SHSetValueW(above, name, L"both", REG_SZ, L"by the shell", 26));
    say_error((LSTATUS)SHSetValueW(above, name, L"fresh", REG_BINARY, "abc", 3));
}

static void delete_value(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < NAME_COUNT; i++)
        say_error((LSTATUS)SHDeleteValueW(above, name, NAMES[i]));
}

static void delete_key(HKEY above, const wchar_t *name)
{
    say_error((LSTATUS)SHDeleteKeyW(above, name));
    say_error((LSTATUS)SHDeleteKeyW(above, name));
}

static void delete_empty(HKEY above, const wchar_t *name)
{
    say_error((LSTATUS)SHDeleteEmptyKeyW(above, name));
}

static void copy(HKEY above, const wchar_t *name)
{
    HKEY target;
    if (RegCreateKeyExW(above, L"copied", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &target, NULL))
        return;
    say_error((LSTATUS)SHCopyKeyW(above, name, target, 0));
    RegCloseKey(target);
    say_key(above, L"copied");
    say_key(above, L"copied\\both");
}

static void counts(HKEY above, const wchar_t *name)
{
    DWORD keys = 9, longest_key = 9, values = 9, longest_value = 9;
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    say_error((LSTATUS)SHQueryInfoKeyW(key, &keys, &longest_key, &values, &longest_value));
    say("%lu %lu %lu %lu", keys, longest_key, values, longest_value);
    RegCloseKey(key);
}

static void list(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    for (DWORD i = 0; key && i < 6; i++) {
        wchar_t text[64] = L"", value[64] = L"";
        DWORD length = 64, value_length = 64, type = 77;
        say_error((LSTATUS)SHEnumKeyExW(key, i, text, &length));
        say_error((LSTATUS)SHEnumValueW(key, i, value, &value_length, &type, NULL, NULL));
        say("%ls/%ls/%lu", text, value, type);
    }
    RegCloseKey(key);
}

static void query(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    for (int i = 0; key && i < NAME_COUNT; i++) {
        wchar_t data[8] = L"";
        DWORD type = 77, size = sizeof data;
        LSTATUS error = (LSTATUS)SHQueryValueExW(key, NAMES[i], NULL, &type, data, &size);
        say_error(error);
        if (!error)
            say("%lu/%lu", type, size);
    }
    RegCloseKey(key);
}

static void path(HKEY above, const wchar_t *name)
{
    wchar_t text[MAX_PATH] = L"";
    say_error((LSTATUS)SHRegSetPathW(above, name, L"folder", L"C:\\windows\\system32", 0));
    say_error((LSTATUS)SHRegGetPathW(above, name, L"folder", text, 0));
    say("%ls", text);
}

static void of_user_or_machine(HKEY above, const wchar_t *name)
{
    wchar_t where[512];
    (void)above;
    full_path(name, where);
    for (int i = 0; i < NAME_COUNT; i++) {
        wchar_t data[64] = L"";
        DWORD type = 77, size = sizeof data;
        LSTATUS error = (LSTATUS)SHRegGetUSValueW(where, NAMES[i], &type, data, &size, FALSE, NULL, 0);
        say_error(error);
        if (!error)
            say("%lu/%lu/%ls", type, size, data);
    }
    say("%d", SHRegGetBoolUSValueW(where, L"b", FALSE, FALSE));
}

static void list_of_user_or_machine(HKEY above, const wchar_t *name)
{
    wchar_t where[512];
    HUSKEY key;
    (void)above;
    full_path(name, where);
    LSTATUS error = (LSTATUS)SHRegOpenUSKeyW(where, KEY_READ, NULL, &key, FALSE);
    say_error(error);
    if (error)
        return;
    for (DWORD i = 0; i < 5; i++) {
        wchar_t text[64] = L"";
        DWORD length = 64;
        say_error((LSTATUS)SHRegEnumUSKeyW(key, i, text, &length, SHREGENUM_BOTH));
        say("%ls", text);
    }
    SHRegCloseUSKey(key);
}

static void duplicate(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    HKEY second = SHRegDuplicateHKey(key);
    RegCloseKey(key);
    say_error(set_text(second, L"by the duplicate", L"x"));
    say_value(second, L"both");
    RegCloseKey(second);
}

static void stream(HKEY above, const wchar_t *name)
{
    ULONG count = 0;
    char bytes[8] = "";
    IStream *opened = SHOpenRegStream2W(above, name, L"stream", STGM_WRITE);
    say("%d", opened != NULL);
    if (opened) {
        say("%08lx", opened->lpVtbl->Write(opened, "abcd", 4, &count));
        opened->lpVtbl->Release(opened);
    }
    opened = SHOpenRegStream2W(above, name, L"stream", STGM_READ);
    say("%d", opened != NULL);
    if (opened) {
        say("%08lx", opened->lpVtbl->Read(opened, bytes, 4, &count));
        say("%lu %s", count, bytes);
        opened->lpVtbl->Release(opened);
    }
}

const check SHELL[] = {
    {"shell-get", get, FALSE},
    {"shell-get-narrow", get_narrow, FALSE},
    {"shell-set", set, TRUE},
    {"shell-delete-value", delete_value, TRUE},
    {"shell-delete-key", delete_key, TRUE},
    {"shell-delete-empty", delete_empty, TRUE},
    {"shell-copy", copy, TRUE},
    {"shell-counts", counts, FALSE},
    {"shell-list", list, FALSE},
    {"shell-query", query, FALSE},
    {"shell-path", path, TRUE},
    {"shell-of-user-or-machine", of_user_or_machine, FALSE},
    {"shell-list-of-user-or-machine", list_of_user_or_machine, FALSE},
    {"shell-duplicate", duplicate, TRUE},
    {"shell-stream", stream, TRUE},
    {NULL, NULL, FALSE},
};
