#include "checks.h"

#include <stdio.h>
#include <wchar.h>

static void opened(HKEY above, const wchar_t *name, REGSAM access, DWORD options)
{
    HKEY key;
    LSTATUS error = RegOpenKeyExW(above, name, options, access, &key);
    say_error(error);
    if (!error)
        RegCloseKey(key);
}

static void for_reading(HKEY above, const wchar_t *name) { opened(above, name, KEY_READ, 0); }
static void for_everything(HKEY above, const wchar_t *name) { opened(above, name, KEY_ALL_ACCESS, 0); }
static void for_writing(HKEY above, const wchar_t *name) { opened(above, name, KEY_WRITE, 0); }
static void for_the_most(HKEY above, const wchar_t *name) { opened(above, name, MAXIMUM_ALLOWED, 0); }
static void generic(HKEY above, const wchar_t *name) { opened(above, name, GENERIC_READ, 0); }
static void as_link(HKEY above, const wchar_t *name) { opened(above, name, KEY_READ, REG_OPTION_OPEN_LINK); }

static void with_slash(HKEY above, const wchar_t *name)
{
    wchar_t path[256];
    swprintf(path, 256, L"%ls\\", name);
    opened(above, path, KEY_READ, 0);
    swprintf(path, 256, L"\\%ls", name);
    opened(above, path, KEY_READ, 0);
    swprintf(path, 256, L"%ls\\\\x", name);
    opened(above, path, KEY_READ, 0);
}

static void narrow(HKEY above, const wchar_t *name)
{
    char path[256];
    HKEY key;
    snprintf(path, 256, "%ls", name);
    LSTATUS error = RegOpenKeyExA(above, path, 0, KEY_READ, &key);
    say_error(error);
    if (!error)
        RegCloseKey(key);
}

static void by_steps(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    static const wchar_t *const INNER[] = {L"sub1", L"inner", L"low", L"both", L"gone", L"old", L"same", L"SUB2"};
    for (size_t i = 0; i < sizeof INNER / sizeof *INNER; i++)
        opened(key, INNER[i], KEY_READ, 0);
    opened(key, L"", KEY_READ, 0);
    opened(key, NULL, KEY_READ, 0);
    RegCloseKey(key);
}

static void create_or_open(HKEY above, const wchar_t *name)
{
    DWORD disposition = 9;
    HKEY key;
    LSTATUS error = RegCreateKeyExW(above, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition);
    say_error(error);
    if (error)
        return;
    say("disposition-%lu", disposition);
    say_error(set_text(key, L"made", L"there"));
    RegCloseKey(key);
}

static void create_below(HKEY above, const wchar_t *name)
{
    wchar_t path[256];
    DWORD disposition = 9;
    HKEY key;
    swprintf(path, 256, L"%ls\\new\\deep", name);
    LSTATUS error = RegCreateKeyExW(above, path, 0, NULL, 0, KEY_READ, NULL, &key, &disposition);
    say_error(error);
    if (error)
        return;
    say("disposition-%lu", disposition);
    RegCloseKey(key);
    swprintf(path, 256, L"%ls\\new", name);
    say_key(above, path);
}

static void create_relative(HKEY above, const wchar_t *name)
{
    HKEY made, key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    LSTATUS error = RegCreateKeyExW(key, L"both", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, NULL);
    say_error(error);
    if (!error) {
        say_error(set_text(made, L"z", L"z"));
        RegCloseKey(made);
        say_key(key, L"both");
    }
    RegCloseKey(key);
}

static void create_volatile(HKEY above, const wchar_t *name)
{
    wchar_t path[256], class[64] = L"?";
    DWORD disposition = 9, length = 64;
    HKEY key, inner;
    swprintf(path, 256, L"%ls\\passing", name);
    LSTATUS error = RegCreateKeyExW(above, path, 0, L"Of the check", REG_OPTION_VOLATILE, KEY_ALL_ACCESS, NULL, &key, &disposition);
    say_error(error);
    if (error)
        return;
    say("disposition-%lu", disposition);
    say_error(RegQueryInfoKeyW(key, class, &length, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL));
    say("class-%ls", class);
    error = RegCreateKeyExW(key, L"staying", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &inner, NULL);
    say_error(error);
    if (!error)
        RegCloseKey(inner);
    RegCloseKey(key);
    say_key(above, path);
}

const check OPENING[] = {
    {"open-for-reading", for_reading, FALSE},
    {"open-for-everything", for_everything, FALSE},
    {"open-for-writing", for_writing, FALSE},
    {"open-for-the-most", for_the_most, FALSE},
    {"open-generic", generic, FALSE},
    {"open-as-link", as_link, FALSE},
    {"open-with-slash", with_slash, FALSE},
    {"open-narrow", narrow, FALSE},
    {"open-by-steps", by_steps, FALSE},
    {"create-or-open", create_or_open, TRUE},
    {"create-below", create_below, TRUE},
    {"create-relative", create_relative, TRUE},
    {"create-volatile", create_volatile, TRUE},
    {NULL, NULL, FALSE},
};
