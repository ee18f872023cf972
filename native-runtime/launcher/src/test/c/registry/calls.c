/* The calls of advapi32 that few programs need, and the narrow and the old ones, which many old programs do. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const wchar_t *const NAMES[] = {L"", L"a", L"b", L"both", L"gone", L"same", L"v"};
static const char *const NARROW[] = {"", "a", "b", "both", "gone", "same", "v"};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

/* The view that this program has; relative to a handle below Software the other one is not the same on every Windows. */
#ifdef _WIN64
enum { VIEW = KEY_WOW64_64KEY, VIEW_OF_GET = 0x10000 }; /* RRF_SUBKEY_WOW6464KEY */
#else
enum { VIEW = KEY_WOW64_32KEY, VIEW_OF_GET = 0x20000 };
#endif

static void narrow_of(const wchar_t *name, char *path)
{
    snprintf(path, 256, "%ls", name);
}

static void say_opened(LSTATUS error, HKEY key)
{
    say_error(error);
    if (error)
        return;
    say_value(key, L"a");
    RegCloseKey(key);
}

static void get_by_type(HKEY above, const wchar_t *name)
{
    static const DWORD FILTERS[] = {RRF_RT_REG_SZ, RRF_RT_REG_DWORD, RRF_RT_DWORD, RRF_RT_QWORD, RRF_RT_REG_NONE,
                                    RRF_RT_REG_SZ | RRF_RT_REG_DWORD, RRF_RT_REG_EXPAND_SZ, RRF_RT_REG_EXPAND_SZ | RRF_NOEXPAND, 0};
    for (size_t f = 0; f < ARRAYSIZE(FILTERS); f++)
        for (int i = 0; i < NAME_COUNT; i++) {
            BYTE data[128];
            DWORD type = 77, size = sizeof data;
            LSTATUS error = RegGetValueW(above, name, NAMES[i], FILTERS[f], &type, data, &size);
            say_error(error);
            if (!error)
                say("%lu/%lu", type, size);
        }
}

static void get_zero_on_failure(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        BYTE data[8];
        DWORD size = sizeof data;
        memset(data, 0xee, sizeof data);
        say_error(RegGetValueW(above, name, NAMES[i], RRF_RT_REG_DWORD | RRF_ZEROONFAILURE, NULL, data, &size));
        say("%lu/%d/%d", size, data[0], data[7]);
    }
}

static void get_size_alone(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        DWORD size = 1, type = 77;
        LSTATUS error = RegGetValueW(above, name, NAMES[i], RRF_RT_ANY, &type, NULL, &size);
        say_error(error);
        if (!error)
            say("%lu/%lu", type, size);
        say_error(RegGetValueW(above, name, NAMES[i], RRF_RT_ANY, NULL, NULL, NULL));
    }
}

static void get_expanded(HKEY above, const wchar_t *name)
{
    static const wchar_t TEXT[] = L"%SystemDrive%\\x";
    wchar_t data[64];
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegSetValueExW(key, L"path", 0, REG_EXPAND_SZ, (const BYTE *)TEXT, sizeof TEXT));
    static const DWORD FILTERS[] = {RRF_RT_REG_SZ, RRF_RT_ANY | RRF_NOEXPAND, RRF_RT_REG_EXPAND_SZ | RRF_NOEXPAND, RRF_RT_ANY};
    for (size_t f = 0; f < ARRAYSIZE(FILTERS); f++) {
        DWORD size = sizeof data, type = 77;
        data[0] = 0;
        LSTATUS error = RegGetValueW(above, name, L"path", FILTERS[f], &type, data, &size);
        say_error(error);
        if (!error)
            say("%lu/%lu/%ls", type, size, data);
    }
    RegCloseKey(key);
}

static void get_narrow(HKEY above, const wchar_t *name)
{
    char path[256];
    narrow_of(name, path);
    for (int i = 0; i < NAME_COUNT; i++) {
        char data[128];
        DWORD type = 77, size = sizeof data;
        LSTATUS error = RegGetValueA(above, path, NARROW[i], RRF_RT_ANY, &type, data, &size);
        say_error(error);
        if (!error)
            say("%lu/%lu", type, size);
    }
}

static void get_by_view(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        BYTE data[128];
        DWORD size = sizeof data;
        say_error(RegGetValueW(above, name, NAMES[i], RRF_RT_ANY | VIEW_OF_GET, NULL, data, &size));
    }
}

static void old_query(HKEY above, const wchar_t *name)
{
    wchar_t data[64] = L"";
    char bytes[64] = "", path[256];
    LONG size = sizeof data;
    narrow_of(name, path);
    say_error(RegQueryValueW(above, name, data, &size));
    say("%ld=%ls", size, data);
    size = 3;
    say_error(RegQueryValueW(above, name, data, &size));
    size = sizeof bytes;
    say_error(RegQueryValueA(above, path, bytes, &size));
    say("%ld=%s", size, bytes);
}

static void old_set(HKEY above, const wchar_t *name)
{
    char path[256];
    narrow_of(name, path);
    say_error(RegSetValueW(above, name, REG_SZ, L"by the old call", 30));
    say_error(RegSetValueW(above, name, REG_DWORD, L"no", 4));
    strcat(path, "\\made");
    say_error(RegSetValueA(above, path, REG_SZ, "narrow", 6));
}

static void old_open(HKEY above, const wchar_t *name)
{
    HKEY key = NULL;
    char path[256];
    narrow_of(name, path);
    LSTATUS error = RegOpenKeyW(above, name, &key);
    say_opened(error, key);
    error = RegOpenKeyA(above, path, &key);
    say_opened(error, key);
    error = RegOpenKeyW(above, L"", &key);
    say_opened(error, key);
}

static void old_create(HKEY above, const wchar_t *name)
{
    HKEY key = NULL;
    char path[256];
    narrow_of(name, path);
    strcat(path, "\\old");
    LSTATUS error = RegCreateKeyW(above, name, &key);
    say_opened(error, key);
    error = RegCreateKeyA(above, path, &key);
    say_opened(error, key);
}

static void old_list(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    for (DWORD i = 0; key && i < 5; i++) {
        wchar_t text[64] = L"";
        char bytes[64] = "";
        say_error(RegEnumKeyW(key, i, text, 64));
        say_error(RegEnumKeyA(key, i, bytes, 64));
        say_error(RegEnumKeyW(key, i, text, 2));
        say("%ls/%s", text, bytes);
    }
    RegCloseKey(key);
}

static void narrow_list(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    for (DWORD i = 0; key && i < 6; i++) {
        char text[64] = "", data[64] = "";
        DWORD length = 64, size = sizeof data, type = 77;
        say_error(RegEnumKeyExA(key, i, text, &length, NULL, NULL, NULL, NULL));
        say("%s/%lu", text, length);
        length = 64;
        text[0] = 0;
        say_error(RegEnumValueA(key, i, text, &length, NULL, &type, (BYTE *)data, &size));
        say("%s/%lu/%lu/%lu", text, length, type, size);
    }
    RegCloseKey(key);
}

static void narrow_counts(HKEY above, const wchar_t *name)
{
    DWORD keys, longest_key, longest_class, values, longest_value, longest_data;
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    say_error(RegQueryInfoKeyA(key, NULL, NULL, NULL, &keys, &longest_key, &longest_class, &values, &longest_value,
                               &longest_data, NULL, NULL));
    say("%lu %lu %lu %lu %lu %lu", keys, longest_key, longest_class, values, longest_value, longest_data);
    RegCloseKey(key);
}

static void narrow_set(HKEY above, const wchar_t *name)
{
    char path[256];
    narrow_of(name, path);
    HKEY key = open_key(above, name, KEY_ALL_ACCESS), made;
    if (!key)
        return;
    say_error(RegSetValueExA(key, "both", 0, REG_SZ, (const BYTE *)"narrow", 7));
    say_error(RegSetValueExA(key, "list", 0, REG_MULTI_SZ, (const BYTE *)"one\0two\0", 9));
    say_error(RegSetKeyValueA(above, path, "kv", REG_SZ, "kv", 3));
    LSTATUS error = RegCreateKeyExA(key, "narrow key", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, NULL);
    say_opened(error, made);
    RegCloseKey(key);
}

static void narrow_delete(HKEY above, const wchar_t *name)
{
    char path[256];
    narrow_of(name, path);
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    for (int i = 0; i < NAME_COUNT; i++)
        say_error(RegDeleteValueA(key, NARROW[i]));
    say_error(RegDeleteKeyA(key, "both"));
    say_error(RegDeleteTreeA(key, "low"));
    say_error(RegDeleteKeyExA(above, path, 0, 0));
    RegCloseKey(key);
}

static void several_narrow(HKEY above, const wchar_t *name)
{
    static char both[] = "both", low[] = "low";
    VALENTA entries[] = {{.ve_valuename = both}, {.ve_valuename = low}};
    char data[128];
    DWORD size = sizeof data;
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    LSTATUS error = RegQueryMultipleValuesA(key, entries, 2, data, &size);
    say_error(error);
    for (int i = 0; !error && i < 2; i++)
        say("%lu/%lu", entries[i].ve_type, entries[i].ve_valuelen);
    RegCloseKey(key);
}

static void several_short(HKEY above, const wchar_t *name)
{
    static wchar_t both[] = L"both", low[] = L"low", none[] = L"none";
    HKEY key = open_key(above, name, KEY_READ);
    for (DWORD room = 0; key && room < 40; room += 9) {
        VALENTW entries[] = {{.ve_valuename = both}, {.ve_valuename = low}};
        wchar_t data[20];
        DWORD size = room;
        say_error(RegQueryMultipleValuesW(key, entries, 2, data, &size));
        say("%lu", size);
    }
    VALENTW missing = {.ve_valuename = none};
    DWORD size = 0;
    if (key)
        say_error(RegQueryMultipleValuesW(key, &missing, 1, NULL, &size));
    RegCloseKey(key);
}

static void reflection(HKEY above, const wchar_t *name)
{
    BOOL disabled = 7;
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegQueryReflectionKey(key, &disabled));
    say_error(RegDisableReflectionKey(key));
    say_error(RegEnableReflectionKey(key));
    RegCloseKey(key);
}

static void resource_text(HKEY above, const wchar_t *name)
{
    wchar_t text[64] = L"";
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    for (int i = 0; i < NAME_COUNT; i++) {
        say_error(RegLoadMUIStringW(key, NAMES[i], text, sizeof text, NULL, 0, NULL));
        say("%ls", text);
    }
    RegCloseKey(key);
}

static void whole_hives(HKEY above, const wchar_t *name)
{
    wchar_t file[MAX_PATH + 32];
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    GetTempPathW(MAX_PATH, file);
    wcscat(file, L"ctnr-registry-check.hiv");
    say_error(RegSaveKeyW(key, file, NULL));
    say_error(RegSaveKeyExW(key, file, NULL, 2));
    say("%d", GetFileAttributesW(file) == INVALID_FILE_ATTRIBUTES);
    say_error(RegLoadKeyW(HKEY_USERS, L"ctnr-check", file));
    say_error(RegUnLoadKeyW(HKEY_USERS, L"ctnr-check"));
    RegCloseKey(key);
}

static void by_full_path(HKEY above, const wchar_t *name)
{
    HKEY key = NULL;
    wchar_t path[512];
    (void)above;
    full_path(name, path);
    LSTATUS error = RegOpenKeyExW(base_root, path, 0, KEY_READ, &key);
    say_opened(error, key);
    for (int i = 0; i < NAME_COUNT; i++) {
        BYTE data[128];
        DWORD size = sizeof data;
        say_error(RegGetValueW(base_root, path, NAMES[i], RRF_RT_ANY, NULL, data, &size));
    }
}

static void override_root(HKEY above, const wchar_t *name)
{
    HKEY key;
    say_error(RegOverridePredefKey(HKEY_CURRENT_CONFIG, above));
    LSTATUS error = RegOpenKeyExW(HKEY_CURRENT_CONFIG, name, 0, KEY_ALL_ACCESS, &key);
    say_error(error);
    if (!error) {
        say_error(set_text(key, L"overridden", L"x"));
        RegCloseKey(key);
    }
    say_error(RegOverridePredefKey(HKEY_CURRENT_CONFIG, NULL));
}

static void current_user(HKEY above, const wchar_t *name)
{
    HKEY user, key;
    wchar_t path[512];
    (void)above;
    full_path(name, path);
    LSTATUS error = RegOpenCurrentUser(KEY_READ, &user);
    say_error(error);
    if (error)
        return;
    error = RegOpenKeyExW(user, path, 0, KEY_READ, &key);
    say_opened(error, key);
    RegCloseKey(user);
}

static void connected(HKEY above, const wchar_t *name)
{
    HKEY machine, key;
    wchar_t path[512];
    (void)above;
    full_path(name, path);
    LSTATUS error = RegConnectRegistryW(NULL, base_root, &machine);
    say_error(error);
    if (error)
        return;
    error = RegOpenKeyExW(machine, path, 0, KEY_READ, &key);
    say_opened(error, key);
    if (machine != base_root)
        RegCloseKey(machine);
}

static void delete_by_view(HKEY above, const wchar_t *name)
{
    wchar_t path[512];
    full_path(name, path);
    say_error(RegDeleteKeyExW(above, L"ownkey\\inner", VIEW, 0));
    say_error(RegDeleteKeyExW(above, L"hostkey\\sub1", 0, 0));
    say_error(RegDeleteKeyExW(base_root, path, VIEW, 0));
    say_error(RegDeleteKeyExW(base_root, path, 0, 1));
}

static void open_by_view(HKEY above, const wchar_t *name)
{
    static const REGSAM VIEWS[] = {0, VIEW};
    HKEY key = NULL, again = NULL;
    for (size_t v = 0; v < ARRAYSIZE(VIEWS); v++) {
        LSTATUS error = RegOpenKeyExW(above, name, 0, KEY_READ | VIEWS[v], &key);
        say_error(error);
        if (error)
            continue;
        error = RegOpenKeyExW(key, L"both", 0, KEY_READ, &again);
        say_opened(error, again);
        say_error(RegEnumKeyW(key, 0, (wchar_t[64]){0}, 64));
        RegCloseKey(key);
    }
}

static void copy_into_itself(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS), hostkey = open_key(above, L"hostkey", KEY_ALL_ACCESS);
    if (key)
        say_error(RegCopyTreeW(hostkey, L"sub2", key));
    RegCloseKey(key);
    RegCloseKey(hostkey);
}

static void copy_without_right(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    if (key)
        say_error(RegCopyTreeW(above, L"hostkey", key));
    RegCloseKey(key);
}

const check CALLS[] = {
    {"get-by-type", get_by_type, FALSE},
    {"get-zero-on-failure", get_zero_on_failure, FALSE},
    {"get-size-alone", get_size_alone, FALSE},
    {"get-expanded", get_expanded, TRUE},
    {"get-narrow", get_narrow, FALSE},
    {"get-by-view", get_by_view, FALSE},
    {"old-query", old_query, FALSE},
    {"old-set", old_set, TRUE},
    {"old-open", old_open, FALSE},
    {"old-create", old_create, TRUE},
    {"old-list", old_list, FALSE},
    {"narrow-list", narrow_list, FALSE},
    {"narrow-counts", narrow_counts, FALSE},
    {"narrow-set", narrow_set, TRUE},
    {"narrow-delete", narrow_delete, TRUE},
    {"several-narrow", several_narrow, FALSE},
    {"several-short", several_short, FALSE},
    {"reflection", reflection, FALSE},
    {"resource-text", resource_text, FALSE},
    {"whole-hives", whole_hives, FALSE},
    {"by-full-path", by_full_path, FALSE},
    {"override-root", override_root, TRUE},
    {"current-user", current_user, FALSE},
    {"connected", connected, FALSE},
    {"delete-by-view", delete_by_view, TRUE},
    {"open-by-view", open_by_view, FALSE},
    {"copy-tree-into", copy_into_itself, TRUE},
    {"copy-tree-without-right", copy_without_right, TRUE},
    {NULL, NULL, FALSE},
};
