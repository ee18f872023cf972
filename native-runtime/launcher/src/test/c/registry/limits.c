/* Names and data at the limits of what a registry takes. */
#include "checks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static wchar_t *long_name(size_t length)
{
    static wchar_t name[20000];
    for (size_t i = 0; i < length; i++)
        name[i] = (wchar_t)(L'a' + i % 26);
    name[length] = 0;
    return name;
}

static void create_and_list(HKEY key, const wchar_t *inner)
{
    HKEY made;
    DWORD disposition = 9, length = 0;
    LSTATUS error = RegCreateKeyExW(key, inner, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, &disposition);
    say_error(error);
    say("%lu", disposition);
    if (!error)
        RegCloseKey(made);
    RegQueryInfoKeyW(key, NULL, NULL, NULL, NULL, &length, NULL, NULL, NULL, NULL, NULL, NULL);
    say("%lu", length);
}

static void long_key(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (key)
        create_and_list(key, long_name(255));
    RegCloseKey(key);
}

static void too_long_key(HKEY above, const wchar_t *name)
{
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (key) {
        say_error(RegCreateKeyExW(key, long_name(300), 0, NULL, 0, KEY_READ, NULL, &made, NULL));
        say_error(RegOpenKeyExW(key, long_name(300), 0, KEY_READ, &made));
    }
    RegCloseKey(key);
}

static void odd_key_names(HKEY above, const wchar_t *name)
{
    static const wchar_t *const ODD[] = {L"a/b", L" blank ", L"\x00dcn\x00efcode", L"\xd83d\xde00", L".", L"..", L"x:y", L"*?\"<>|", L"ctnr.whiteout"};
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (size_t i = 0; key && i < ARRAYSIZE(ODD); i++)
        create_and_list(key, ODD[i]);
    RegCloseKey(key);
}

static void kept_case(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    create_and_list(key, L"BoTh");
    create_and_list(key, L"MiXed");
    create_and_list(key, L"mIXED");
    say_error(set_text(key, L"BOTH", L"of another case"));
    say_error(set_text(key, L"LOW", L"of another case"));
    RegCloseKey(key);
}

static void long_value_name(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    DWORD length = 0;
    if (!key)
        return;
    say_error(set_text(key, long_name(2000), L"of a long name"));
    RegQueryInfoKeyW(key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, &length, NULL, NULL, NULL);
    say("%lu", length);
    say_error(RegQueryValueExW(key, long_name(2000), NULL, NULL, NULL, NULL));
    say_error(RegDeleteValueW(key, long_name(2000)));
    say_error(RegDeleteValueW(key, long_name(2000)));
    RegCloseKey(key);
}

static void too_long_value_name(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (key) {
        say_error(set_text(key, long_name(16384), L"x"));
        say_error(RegQueryValueExW(key, long_name(16384), NULL, NULL, NULL, NULL));
    }
    RegCloseKey(key);
}

static void say_stored(HKEY key, const wchar_t *name)
{
    BYTE data[64];
    DWORD type = 77, size = sizeof data;
    unsigned sum = 0;
    say_error(RegQueryValueExW(key, name, NULL, &type, data, &size));
    for (DWORD i = 0; i < size && i < sizeof data; i++)
        sum = sum * 31 + data[i];
    say("%lu/%lu/%x", type, size, sum);
}

static void store(HKEY key, const wchar_t *name, DWORD type, const void *data, DWORD size)
{
    say_error(RegSetValueExW(key, name, 0, type, data, size));
    say_stored(key, name);
}

static void every_type(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (DWORD type = 0; key && type < 14; type++) {
        wchar_t value[16];
        swprintf(value, 16, L"type %lu", type);
        store(key, value, type, L"12345678", 16);
    }
    if (key)
        store(key, L"both", 0xffffffff, "x", 1);
    RegCloseKey(key);
}

static void empty_of_every_type(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (DWORD type = 0; key && type < 12; type++)
        store(key, L"both", type, "", 0);
    RegCloseKey(key);
}

static void odd_texts(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    store(key, L"with zeros", REG_SZ, L"one\0two\0", 18);
    store(key, L"without end", REG_SZ, L"open", 8);
    store(key, L"odd length", REG_SZ, "abcde", 5);
    store(key, L"list", REG_MULTI_SZ, L"a\0b\0", 10);
    store(key, L"list without end", REG_MULTI_SZ, L"a\0b", 6);
    store(key, L"empty list", REG_MULTI_SZ, L"", 2);
    wchar_t text[8] = L"";
    DWORD size = sizeof text;
    say_error(RegGetValueW(key, NULL, L"without end", RRF_RT_REG_SZ, NULL, text, &size));
    say("%lu/%ls", size, text);
    RegCloseKey(key);
}

static void number_sizes(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (DWORD size = 0; key && size < 10; size += 3) {
        store(key, L"b", REG_DWORD, "123456789", size);
        store(key, L"q", REG_QWORD, "123456789", size);
    }
    RegCloseKey(key);
}

static void default_value(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    store(key, NULL, REG_SZ, L"default", 16);
    say_value(key, L"");
    store(key, L"@", REG_SZ, L"at", 6);
    say_error(RegDeleteValueW(key, NULL));
    say_value(key, L"");
    say_error(RegDeleteValueW(key, L""));
    say_error(set_text(key, L"", L"again"));
    RegCloseKey(key);
}

static void many_values(HKEY above, const wchar_t *name)
{
    enum { MANY = 120 };
    wchar_t text[32];
    DWORD values = 0, found = 0;
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    for (int i = 0; i < MANY; i++) {
        swprintf(text, 32, L"value %03d", i * 7 % MANY);
        set_text(key, text, text);
    }
    RegQueryInfoKeyW(key, NULL, NULL, NULL, NULL, NULL, NULL, &values, NULL, NULL, NULL, NULL);
    for (DWORD length = 32; !RegEnumValueW(key, found, text, &length, NULL, NULL, NULL, NULL); length = 32)
        found++;
    say("%lu %lu", values, found);
    for (int i = 0; i < MANY; i++) {
        swprintf(text, 32, L"value %03d", i);
        if (RegDeleteValueW(key, text))
            say("%d", i);
    }
    RegCloseKey(key);
}

static void many_keys(HKEY above, const wchar_t *name)
{
    enum { MANY = 60 };
    wchar_t text[32];
    DWORD keys = 0;
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    for (int i = 0; i < MANY; i++) {
        swprintf(text, 32, L"key %03d", i * 7 % MANY);
        if (!RegCreateKeyExW(key, text, 0, NULL, 0, KEY_READ, NULL, &made, NULL))
            RegCloseKey(made);
    }
    RegQueryInfoKeyW(key, NULL, NULL, NULL, &keys, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    say("%lu", keys);
    for (DWORD length = 32, i = 0; !RegEnumKeyExW(key, i, text, &length, NULL, NULL, NULL, NULL); length = 32, i++)
        if (i % 10 == 0)
            say("%ls", text);
    for (int i = 0; i < MANY; i++) {
        swprintf(text, 32, L"key %03d", i);
        if (RegDeleteKeyW(key, text))
            say("%d", i);
    }
    RegCloseKey(key);
}

static void deep(HKEY above, const wchar_t *name)
{
    wchar_t path[1024];
    HKEY made;
    swprintf(path, 1024, L"%ls", name);
    for (int i = 0; i < 100; i++)
        swprintf(path + wcslen(path), 16, L"\\d%d", i);
    say_error(RegCreateKeyExW(above, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, NULL));
    say_error(set_text(made, L"deep", L"down"));
    RegCloseKey(made);
    say_error(RegOpenKeyExW(above, path, 0, KEY_READ, &made));
    say_value(made, L"deep");
    RegCloseKey(made);
    swprintf(path, 1024, L"%ls\\d0", name);
    say_error(RegDeleteTreeW(above, path));
    say_error(RegOpenKeyExW(above, path, 0, KEY_READ, &made));
}

static void large_values(HKEY above, const wchar_t *name)
{
    enum { LARGE = 1 << 20 };
    DWORD size = LARGE, longest = 0;
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    BYTE *data = malloc(LARGE);
    if (key && data) {
        memset(data, 'x', LARGE);
        say_error(RegSetValueExW(key, L"both", 0, REG_BINARY, data, LARGE));
        RegQueryInfoKeyW(key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, &longest, NULL, NULL);
        say_error(RegQueryValueExW(key, L"both", NULL, NULL, data, &size));
        say("%lu %lu", size, longest);
        size = 100;
        say_error(RegQueryValueExW(key, L"both", NULL, NULL, data, &size));
        say("%lu", size);
        say_error(RegDeleteValueW(key, L"both"));
    }
    free(data);
    RegCloseKey(key);
}

const check LIMITS[] = {
    {"limit-long-key", long_key, TRUE},
    {"limit-too-long-key", too_long_key, TRUE},
    {"limit-odd-key-names", odd_key_names, TRUE},
    {"limit-kept-case", kept_case, TRUE},
    {"limit-long-value-name", long_value_name, TRUE},
    {"limit-too-long-value-name", too_long_value_name, TRUE},
    {"limit-every-type", every_type, TRUE},
    {"limit-empty-of-every-type", empty_of_every_type, TRUE},
    {"limit-odd-texts", odd_texts, TRUE},
    {"limit-number-sizes", number_sizes, TRUE},
    {"limit-default-value", default_value, TRUE},
    {"limit-many-values", many_values, TRUE},
    {"limit-many-keys", many_keys, TRUE},
    {"limit-deep", deep, TRUE},
    {"limit-large-values", large_values, TRUE},
    {NULL, NULL, FALSE},
};
