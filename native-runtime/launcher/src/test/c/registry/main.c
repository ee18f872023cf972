#include "checks.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const wchar_t *const TARGETS[] = {
    L"hostkey",      L"ownkey",        L"bothkey",       L"gonekey",    L"gonetree",     L"gonetree\\sub", L"redone", L"nowhere",
    L"nowhere\\x",   L"emptykey",      L"bothkey\\both", L"BOTHKEY",    L"hostkey\\sub2", L"bothkey\\gone",
    L"redone\\old", L"bothkey\\low",
};
enum { TARGET_COUNT = sizeof TARGETS / sizeof *TARGETS };

static wchar_t surroundings[128]; /* the name of the key around what is asked about */
static const wchar_t *base_path;
HKEY base_root;

void full_path(const wchar_t *name, wchar_t *path)
{
    swprintf(path, 512, L"%ls\\%ls\\%ls", base_path, surroundings, name);
}

void say(const char *format, ...)
{
    va_list values;
    putchar(' ');
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
}

void say_error(LSTATUS error)
{
    if (error)
        say("error-%ld", error);
    else
        say("ok");
}

void say_name(const WCHAR *name, size_t length)
{
    wchar_t text[1024];
    swprintf(text, 1024, L"%.*ls", (int)length, name);
    const wchar_t *found = wcsstr(text, surroundings);
    say("name:%ls", found ? found + wcslen(surroundings) : text);
}

void say_value(HKEY key, const wchar_t *name)
{
    BYTE data[256];
    DWORD type = 77, size = sizeof data - 2;
    LSTATUS error = RegQueryValueExW(key, name, NULL, &type, data, &size);
    if (error) {
        say("%ls:error-%ld", name, error);
        return;
    }
    data[size] = data[size + 1] = 0;
    say("%ls:%lu/%lu", name, type, size);
    if (type == REG_DWORD)
        printf("=%lu", *(DWORD *)data);
    else
        printf("=%ls", (wchar_t *)data);
}

void say_key(HKEY above, const wchar_t *name)
{
    wchar_t text[256];
    HKEY key;
    LSTATUS error = RegOpenKeyExW(above, name, 0, KEY_READ, &key);
    if (error) {
        say("unopened-%ld", error);
        return;
    }
    printf(" [");
    for (DWORD i = 0;; i++) {
        DWORD length = 256;
        error = RegEnumKeyExW(key, i, text, &length, NULL, NULL, NULL, NULL);
        if (error)
            break;
        printf("%ls ", text);
    }
    printf("]%ld {", error);
    for (DWORD i = 0;; i++) {
        DWORD length = 256;
        error = RegEnumValueW(key, i, text, &length, NULL, NULL, NULL, NULL);
        if (error)
            break;
        say_value(key, text);
    }
    printf(" }%ld", error);
    RegCloseKey(key);
}

HKEY open_key(HKEY above, const wchar_t *name, REGSAM access)
{
    HKEY key;
    LSTATUS error = RegOpenKeyExW(above, name, 0, access, &key);
    if (!error)
        return key;
    say("unopened-%ld", error);
    return NULL;
}

LSTATUS set_text(HKEY key, const wchar_t *name, const wchar_t *text)
{
    return RegSetValueExW(key, name, 0, REG_SZ, (const BYTE *)text, (DWORD)((wcslen(text) + 1) * sizeof *text));
}

static void surround(const check *item, int target)
{
    if (item->changes)
        swprintf(surroundings, 128, L"%hs %d", item->name, target);
    else
        swprintf(surroundings, 128, L"read");
}

static void run(HKEY base, const check *item)
{
    for (int i = 0; i < TARGET_COUNT; i++) {
        HKEY above;
        surround(item, i);
        printf("%s %ls:", item->name, TARGETS[i]);
        if (!RegOpenKeyExW(base, surroundings, 0, KEY_ALL_ACCESS, &above)) {
            item->run(above, TARGETS[i]);
            if (item->changes) {
                say("|");
                say_key(above, L"");
                say_key(above, TARGETS[i]);
            }
            RegCloseKey(above);
        }
        putchar('\n');
    }
    fflush(stdout);
}

static const check *const TABLES[] = {OPENING, VALUES, LISTING, CHANGING, NATIVE, CALLS, SHELL, LIMITS, HANDLES, DETAILS, WATCHING};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

static BOOL is_wanted(const check *item, const char *prefix)
{
    return !strncmp(item->name, prefix, strlen(prefix));
}

static void make(HKEY base, void (*layer)(HKEY in), const char *prefix)
{
    BOOL once = FALSE;
    for (int t = 0; t < TABLE_COUNT; t++)
        for (const check *item = TABLES[t]; item->name; item++)
            for (int i = 0; is_wanted(item, prefix) && i < (item->changes ? TARGET_COUNT : once ? 0 : 1); i++) {
                HKEY key;
                surround(item, i);
                once |= !item->changes;
                RegCreateKeyExW(base, surroundings, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
                layer(key);
                RegCloseKey(key);
            }
}

static HKEY open_base(const wchar_t *path)
{
    HKEY base = NULL;
    base_root = wcsncmp(path, L"HKLM", 4) ? HKEY_CURRENT_USER : HKEY_LOCAL_MACHINE;
    base_path = path + 5;
    RegCreateKeyExW(base_root, base_path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &base, NULL);
    return base;
}

static void ask(HKEY base, const char *prefix)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (const check *item = TABLES[t]; item->name; item++)
            if (is_wanted(item, prefix))
                run(base, item);
}

/*
 * registry.exe BASE host|container|merged|ask [CHECKS]: makes a layer below the key, or asks what is to be asked; for all
 * checks, or for those whose names begin so.
 * registry.exe KEY outside WHAT EVENT: see outside.
 */
int wmain(int count, wchar_t **words)
{
    char word[64], prefix[64] = "";
    if (count < 3)
        return 2;
    snprintf(word, sizeof word, "%ls", words[2]);
    if (count > 3)
        snprintf(prefix, sizeof prefix, "%ls", words[3]);
    if (count > 4)
        return outside(words[1], prefix, ULongToHandle(wcstoul(words[4], NULL, 10)));
    HKEY base = open_base(words[1]);
    if (!base)
        return 2;
    if (!strcmp(word, "ask"))
        ask(base, prefix);
    else
        make(base, !strcmp(word, "host") ? make_host : !strcmp(word, "container") ? make_container : make_merged, prefix);
    return 0;
}
