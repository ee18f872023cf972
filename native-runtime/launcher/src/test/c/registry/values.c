#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const wchar_t *const NAMES[] = {L"", L"a", L"A", L"b", L"low", L"high", L"both", L"BOTH", L"gone", L"new", L"old", L"same", L"x", L"v", L"w"};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

static void read(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_QUERY_VALUE);
    for (int i = 0; key && i < NAME_COUNT; i++)
        say_value(key, NAMES[i]);
    RegCloseKey(key);
}

static void sizes(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_QUERY_VALUE);
    for (int i = 0; key && i < NAME_COUNT; i++) {
        BYTE data[4];
        DWORD type = 77, size = sizeof data;
        say_error(RegQueryValueExW(key, NAMES[i], NULL, &type, data, &size));
        say("%lu/%lu", type, size);
        type = 77, size = 0;
        say_error(RegQueryValueExW(key, NAMES[i], NULL, &type, NULL, &size));
        say("%lu/%lu", type, size);
    }
    RegCloseKey(key);
}

static void without_right(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ENUMERATE_SUB_KEYS);
    if (!key)
        return;
    say_value(key, L"both");
    say_value(key, L"a");
    RegCloseKey(key);
    key = open_key(above, name, KEY_SET_VALUE);
    say_value(key, L"low");
    RegCloseKey(key);
}

static void at_once(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        BYTE data[128];
        DWORD type = 77, size = sizeof data;
        say_error(RegGetValueW(above, name, NAMES[i], RRF_RT_ANY, &type, data, &size));
        say("%lu/%lu", type, size);
    }
}

static void narrow(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    static const char *const ANSI[] = {"", "a", "both", "gone", "same"};
    for (int i = 0; key && i < 5; i++) {
        char data[64] = "";
        DWORD size = sizeof data;
        say_error(RegQueryValueExA(key, ANSI[i], NULL, NULL, (BYTE *)data, &size));
        say("%lu=%s", size, data);
    }
    RegCloseKey(key);
}

static void several(HKEY above, const wchar_t *name)
{
    static wchar_t both[] = L"both", low[] = L"low", high[] = L"high";
    VALENTW entries[] = {{.ve_valuename = both}, {.ve_valuename = low}, {.ve_valuename = high}};
    wchar_t data[128];
    DWORD size = sizeof data;
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    LSTATUS error = RegQueryMultipleValuesW(key, entries, 3, data, &size);
    say_error(error);
    for (int i = 0; !error && i < 3; i++)
        say("%lu/%lu", entries[i].ve_type, entries[i].ve_valuelen);
    RegCloseKey(key);
}

static void set(HKEY above, const wchar_t *name)
{
    HKEY other = open_key(above, name, KEY_READ), key = open_key(above, name, KEY_SET_VALUE);
    if (!key)
        return;
    say_error(set_text(key, L"both", L"changed"));
    say_error(set_text(key, L"fresh", L"fresh"));
    say_error(set_text(key, L"gone", L"again"));
    DWORD number = 7;
    say_error(RegSetValueExW(key, L"", 0, REG_DWORD, (BYTE *)&number, sizeof number));
    say_error(RegSetValueExW(key, L"nothing", 0, REG_NONE, NULL, 0));
    say_error(RegSetValueExW(key, L"odd", 0, 0x12345, (const BYTE *)"abc", 3));
    say_value(other, L"both");
    say_value(other, L"gone");
    say_value(other, L"low");
    RegCloseKey(key);
    RegCloseKey(other);
}

static void set_without_right(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    say_error(set_text(key, L"both", L"changed"));
    say_error(RegDeleteValueW(key, L"both"));
    say_error(RegDeleteValueW(key, L"none"));
    RegCloseKey(key);
}

static void delete(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (int i = 0; key && i < NAME_COUNT; i++) {
        say("%ls", NAMES[i]);
        say_error(RegDeleteValueW(key, NAMES[i]));
        say_value(key, NAMES[i]);
    }
    RegCloseKey(key);
}

static void delete_and_set(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    static const wchar_t *const CHANGED[] = {L"a", L"low", L"both", L"same"};
    for (int i = 0; key && i < 4; i++) {
        say_error(RegDeleteValueW(key, CHANGED[i]));
        say_error(set_text(key, CHANGED[i], L"once more"));
        say_value(key, CHANGED[i]);
        say_error(RegDeleteValueW(key, CHANGED[i]));
        say_error(RegDeleteValueW(key, CHANGED[i]));
    }
    RegCloseKey(key);
}

static void by_key_and_value(HKEY above, const wchar_t *name)
{
    say_error(RegSetKeyValueW(above, name, L"kv", REG_SZ, L"kv", 6));
    say_error(RegDeleteKeyValueW(above, name, L"low"));
    say_error(RegDeleteKeyValueW(above, name, L"none"));
}

static void large(HKEY above, const wchar_t *name)
{
    static BYTE data[200000];
    DWORD size = sizeof data, type = 0;
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    for (size_t i = 0; i < sizeof data; i++)
        data[i] = (BYTE)(i * 31);
    say_error(RegSetValueExW(key, L"large", 0, REG_BINARY, data, sizeof data));
    memset(data, 0, sizeof data);
    say_error(RegQueryValueExW(key, L"large", NULL, &type, data, &size));
    say("%lu/%lu %d", type, size, data[199999]);
    RegCloseKey(key);
}

const check VALUES[] = {
    {"value-read", read, FALSE},
    {"value-sizes", sizes, FALSE},
    {"value-without-right", without_right, FALSE},
    {"value-at-once", at_once, FALSE},
    {"value-narrow", narrow, FALSE},
    {"value-several", several, FALSE},
    {"value-set", set, TRUE},
    {"value-set-without-right", set_without_right, TRUE},
    {"value-delete", delete, TRUE},
    {"value-delete-and-set", delete_and_set, TRUE},
    {"value-by-key", by_key_and_value, TRUE},
    {"value-large", large, TRUE},
    {NULL, NULL, FALSE},
};
