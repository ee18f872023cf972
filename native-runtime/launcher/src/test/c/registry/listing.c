#include "checks.h"

#include <stdio.h>
#include <wchar.h>

static void all(HKEY above, const wchar_t *name)
{
    say_key(above, name);
}

static void counts(HKEY above, const wchar_t *name)
{
    DWORD keys, longest_key, longest_class, values, longest_value, longest_data, class_length = 10;
    wchar_t class[10];
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    LSTATUS error = RegQueryInfoKeyW(key, class, &class_length, NULL, &keys, &longest_key, &longest_class, &values,
                                     &longest_value, &longest_data, NULL, NULL);
    say_error(error);
    say("%lu %lu %lu %lu %lu %lu %lu", class_length, keys, longest_key, longest_class, values, longest_value, longest_data);
    RegCloseKey(key);
}

static void short_buffers(HKEY above, const wchar_t *name)
{
    wchar_t text[8];
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    for (DWORD i = 0; i < 6; i++) {
        DWORD length = 4;
        say_error(RegEnumKeyExW(key, i, text, &length, NULL, NULL, NULL, NULL));
        length = 2;
        DWORD type = 77, size = 3;
        BYTE data[4];
        say_error(RegEnumValueW(key, i, text, &length, NULL, &type, data, &size));
        length = 8, size = 3;
        say_error(RegEnumValueW(key, i, text, &length, NULL, &type, data, &size));
        say("%lu", size);
    }
    RegCloseKey(key);
}

static void backwards(HKEY above, const wchar_t *name)
{
    wchar_t text[64];
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    for (int i = 7; i >= 0; i--) {
        DWORD length = 64;
        LSTATUS error = RegEnumKeyExW(key, (DWORD)i, text, &length, NULL, NULL, NULL, NULL);
        if (!error)
            say("%d:%ls/%lu", i, text, length);
        length = 64;
        error = RegEnumValueW(key, (DWORD)i, text, &length, NULL, NULL, NULL, NULL);
        if (!error)
            say("%d=%ls/%lu", i, text, length);
    }
    RegCloseKey(key);
}

static void without_right(HKEY above, const wchar_t *name)
{
    wchar_t text[64];
    DWORD length = 64;
    HKEY key = open_key(above, name, KEY_QUERY_VALUE);
    if (!key)
        return;
    say_error(RegEnumKeyExW(key, 0, text, &length, NULL, NULL, NULL, NULL));
    RegCloseKey(key);
    key = open_key(above, name, KEY_ENUMERATE_SUB_KEYS);
    length = 64;
    say_error(RegEnumValueW(key, 0, text, &length, NULL, NULL, NULL, NULL));
    RegCloseKey(key);
}

static void deleting_first(HKEY above, const wchar_t *name)
{
    wchar_t text[64];
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (int calls = 0; key && calls < 12; calls++) {
        DWORD length = 64;
        LSTATUS error = RegEnumKeyExW(key, 0, text, &length, NULL, NULL, NULL, NULL);
        say_error(error);
        if (error)
            break;
        say("%ls", text);
        say_error(RegDeleteKeyW(key, text));
    }
    for (int calls = 0; key && calls < 12; calls++) {
        DWORD length = 64;
        LSTATUS error = RegEnumValueW(key, 0, text, &length, NULL, NULL, NULL, NULL);
        say_error(error);
        if (error)
            break;
        say("%ls", text);
        say_error(RegDeleteValueW(key, text));
    }
    RegCloseKey(key);
}

static void while_deleting(HKEY above, const wchar_t *name)
{
    wchar_t text[64];
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    for (DWORD i = 0; key && i < 12; i++) {
        DWORD length = 64;
        LSTATUS error = RegEnumValueW(key, i, text, &length, NULL, NULL, NULL, NULL);
        say_error(error);
        if (error)
            break;
        say("%ls", text);
        say_error(RegDeleteValueW(key, text));
    }
    RegCloseKey(key);
}

static void after_creating(HKEY above, const wchar_t *name)
{
    wchar_t text[64];
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    DWORD length = 64;
    say_error(RegEnumKeyExW(key, 0, text, &length, NULL, NULL, NULL, NULL));
    for (int i = 0; i < 3; i++) {
        swprintf(text, 64, L"k%d", i);
        say_error(RegCreateKeyExW(key, text, 0, NULL, 0, KEY_READ, NULL, &made, NULL));
        RegCloseKey(made);
        swprintf(text, 64, L"value %d", i);
        say_error(set_text(key, text, text));
    }
    for (DWORD i = 0; i < 10; i++) {
        length = 64;
        if (!RegEnumKeyExW(key, i, text, &length, NULL, NULL, NULL, NULL))
            say("%ls", text);
    }
    counts(above, name);
    RegCloseKey(key);
}

static void classes(HKEY above, const wchar_t *name)
{
    wchar_t text[64], class[64];
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    wchar_t word[] = L"A class";
    say_error(RegCreateKeyExW(key, L"classy", 0, word, 0, KEY_READ, NULL, &made, NULL));
    RegCloseKey(made);
    for (DWORD i = 0; i < 10; i++) {
        DWORD length = 64, class_length = 64;
        class[0] = 0;
        if (!RegEnumKeyExW(key, i, text, &length, NULL, class, &class_length, NULL))
            say("%ls/%ls/%lu", text, class, class_length);
    }
    counts(above, name);
    RegCloseKey(key);
}

const check LISTING[] = {
    {"list-all", all, FALSE},
    {"list-counts", counts, FALSE},
    {"list-short-buffers", short_buffers, FALSE},
    {"list-backwards", backwards, FALSE},
    {"list-without-right", without_right, FALSE},
    {"list-deleting-first", deleting_first, TRUE},
    {"list-while-deleting", while_deleting, TRUE},
    {"list-after-creating", after_creating, TRUE},
    {"list-classes", classes, TRUE},
    {NULL, NULL, FALSE},
};
