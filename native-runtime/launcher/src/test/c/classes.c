/*
 * HKEY_CLASSES_ROOT in a container: what the user's and the machine's classes make together, each over the host's.
 *
 *     classes.exe host|clean    makes or removes the host's part
 *     classes.exe               makes the container's part and checks; a line for each check, "ok" or "wrong" first
 */
#include <windows.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static HKEY users, machines;

static HKEY make(HKEY in, const wchar_t *key)
{
    HKEY made = NULL;
    RegCreateKeyExW(in, key, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, NULL);
    return made;
}

static void set(HKEY in, const wchar_t *key, const wchar_t *name, const wchar_t *text)
{
    RegSetKeyValueW(in, key, name, REG_SZ, text, (DWORD)((wcslen(text) + 1) * sizeof *text));
}

static void check(const char *name, BOOL right, const wchar_t *format, ...)
{
    va_list values;
    printf("%s %s:", right ? "ok" : "wrong", name);
    va_start(values, format);
    vwprintf(format, values);
    va_end(values);
    putchar('\n');
    fflush(stdout);
}

static BOOL there(HKEY in, const wchar_t *key)
{
    HKEY opened;
    if (RegOpenKeyExW(in, key, 0, KEY_READ, &opened))
        return FALSE;
    RegCloseKey(opened);
    return TRUE;
}

static void expect_value(const char *check_name, HKEY in, const wchar_t *key, const wchar_t *name, const wchar_t *expected)
{
    wchar_t text[64] = L"(none)";
    DWORD size = sizeof text;
    if (RegGetValueW(in, key, name, RRF_RT_REG_SZ, NULL, text, &size))
        wcscpy(text, L"(none)");
    check(check_name, !wcscmp(text, expected), L"%ls", text);
}

static void list(HKEY key, BOOL values, wchar_t *result)
{
    wchar_t name[64];
    *result = 0;
    for (DWORD i = 0, length = 64;; i++, length = 64) {
        if (values ? RegEnumValueW(key, i, name, &length, NULL, NULL, NULL, NULL)
                   : RegEnumKeyExW(key, i, name, &length, NULL, NULL, NULL, NULL))
            return;
        wcscat(wcscat(result, *name ? name : L"@"), L" ");
    }
}

static void host(void)
{
    set(machines, L"Ctnr.Union", NULL, L"machine");
    set(machines, L"Ctnr.Union", L"both", L"machine");
    set(machines, L"Ctnr.Union", L"m", L"machine");
    set(users, L"Ctnr.Union", L"both", L"user");
    set(users, L"Ctnr.Union", L"u", L"user");
    static const wchar_t *const OF_MACHINE[] = {L"Ctnr.Union\\both", L"Ctnr.Union\\m", L"Ctnr.Union\\m-gone", L"Ctnr.Union\\shown",
                                                L"Ctnr.Machine"};
    static const wchar_t *const OF_USER[] = {L"Ctnr.Union\\both", L"Ctnr.Union\\u", L"Ctnr.Union\\u-gone", L"Ctnr.Union\\shown",
                                             L"Ctnr.User"};
    for (size_t i = 0; i < ARRAYSIZE(OF_MACHINE); i++)
        RegCloseKey(make(machines, OF_MACHINE[i]));
    for (size_t i = 0; i < ARRAYSIZE(OF_USER); i++)
        RegCloseKey(make(users, OF_USER[i]));
}

static void clean(void)
{
    static const wchar_t *const ALL[] = {L"Ctnr.Union", L"Ctnr.Machine", L"Ctnr.User"};
    for (size_t i = 0; i < ARRAYSIZE(ALL); i++) {
        RegDeleteTreeW(machines, ALL[i]);
        RegDeleteTreeW(users, ALL[i]);
    }
}

static void container(void)
{
    set(machines, L"Ctnr.Union", L"m-own", L"machine's own");
    set(users, L"Ctnr.Union", L"u-own", L"user's own");
    RegCloseKey(make(machines, L"Ctnr.Union\\m-own"));
    RegCloseKey(make(users, L"Ctnr.Union\\u-own"));
    RegCloseKey(make(machines, L"Ctnr.OwnMachine"));
    RegCloseKey(make(users, L"Ctnr.OwnUser"));
    RegCloseKey(make(users, L"CLSID\\{6b1a7f0c-0000-4000-8000-63746e720001}"));
    RegDeleteKeyW(machines, L"Ctnr.Union\\m-gone");
    RegDeleteKeyW(users, L"Ctnr.Union\\u-gone");
    RegDeleteKeyW(users, L"Ctnr.Union\\shown");
}

static void check_opening(void)
{
    static const wchar_t *const ALL[] = {L"Ctnr.Union", L"Ctnr.Machine", L"Ctnr.User", L"Ctnr.OwnMachine", L"Ctnr.OwnUser",
                                         L"CLSID\\{6b1a7f0c-0000-4000-8000-63746e720001}", L"Ctnr.Union\\m", L"Ctnr.Union\\u",
                                         L"Ctnr.Union\\m-own", L"Ctnr.Union\\u-own", L"Ctnr.Union\\shown"};
    static const wchar_t *const NONE[] = {L"Ctnr.Union\\m-gone", L"Ctnr.Union\\u-gone", L"Ctnr.Nowhere"};
    HKEY key = NULL;
    for (size_t i = 0; i < ARRAYSIZE(ALL); i++)
        check("open", there(HKEY_CLASSES_ROOT, ALL[i]), L"%ls", ALL[i]);
    for (size_t i = 0; i < ARRAYSIZE(NONE); i++)
        check("open-nothing", !there(HKEY_CLASSES_ROOT, NONE[i]), L"%ls", NONE[i]);
    RegOpenKeyExW(HKEY_CLASSES_ROOT, L"Ctnr.Union", 0, KEY_READ, &key);
    check("open-below-a-handle", there(key, L"m") && there(key, L"u") && there(key, L"m-own") && !there(key, L"m-gone"), L"");
    RegCloseKey(key);
}

static void check_values(void)
{
    expect_value("value-of-machine", HKEY_CLASSES_ROOT, L"Ctnr.Union", L"m", L"machine");
    expect_value("value-of-user", HKEY_CLASSES_ROOT, L"Ctnr.Union", L"u", L"user");
    expect_value("value-of-both", HKEY_CLASSES_ROOT, L"Ctnr.Union", L"both", L"user");
    expect_value("value-default", HKEY_CLASSES_ROOT, L"Ctnr.Union", NULL, L"machine");
    expect_value("value-of-container", HKEY_CLASSES_ROOT, L"Ctnr.Union", L"m-own", L"machine's own");
    expect_value("value-of-nobody", HKEY_CLASSES_ROOT, L"Ctnr.Union", L"none", L"(none)");
}

static BOOL is_once(const wchar_t *list, const wchar_t *name)
{
    const wchar_t *found = wcsstr(list, name);
    return found && !wcsstr(found + 1, name);
}

static void check_root(const char *name, HKEY root)
{
    static wchar_t all[1 << 18];
    list(root, FALSE, all);
    check(name, is_once(all, L" Ctnr.Union ") && is_once(all, L" Ctnr.Machine ") && is_once(all, L" Ctnr.User ")
                    && is_once(all, L" Ctnr.OwnMachine ") && is_once(all, L" Ctnr.OwnUser "), L"%u", (unsigned)wcslen(all));
}

static void check_lists(void)
{
    wchar_t text[1024];
    DWORD keys = 0, values = 0, longest = 0;
    HKEY key = NULL, root = NULL;
    HANDLE token = NULL;
    RegOpenKeyExW(HKEY_CLASSES_ROOT, L"Ctnr.Union", 0, KEY_READ, &key);
    list(key, FALSE, text);
    check("list-keys", !wcscmp(text, L"both m m-own shown u u-own "), L"%ls", text);
    list(key, TRUE, text);
    check("list-values", !wcscmp(text, L"@ both m m-own u u-own "), L"%ls", text);
    RegQueryInfoKeyW(key, NULL, NULL, NULL, &keys, &longest, NULL, &values, NULL, NULL, NULL, NULL);
    check("counts", keys == 6 && values == 6 && longest == 5, L"%lu %lu %lu", keys, values, longest);
    RegCloseKey(key);
    check_root("list-root", HKEY_CLASSES_ROOT);
    OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &token);
    LSTATUS error = RegOpenUserClassesRoot(token, 0, KEY_READ, &root);
    check("user-classes-root", !error, L"%ld", error);
    check_root("list-user-classes-root", root);
    check("open-in-user-classes-root", there(root, L"Ctnr.Union\\m") && there(root, L"Ctnr.Union\\u-own"), L"");
}

static BOOL told(HANDLE event)
{
    return !WaitForSingleObject(event, 20000);
}

static void check_watch(void)
{
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);
    HKEY key = NULL;
    RegOpenKeyExW(HKEY_CLASSES_ROOT, L"Ctnr.Union", 0, KEY_READ, &key);
    RegNotifyChangeKeyValue(key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, event, TRUE);
    set(users, L"Ctnr.Union", L"u-own", L"changed");
    check("watch-user", told(event), L"");
    RegNotifyChangeKeyValue(key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, event, TRUE);
    set(machines, L"Ctnr.Union", L"m-own", L"changed");
    check("watch-machine", told(event), L"");
    RegCloseKey(key);
    CloseHandle(event);
}

static void check_writing(void)
{
    set(HKEY_CLASSES_ROOT, L"Ctnr.Union", L"written", L"x");
    expect_value("write-where-the-user-has-it", users, L"Ctnr.Union", L"written", L"x");
    expect_value("write-leaves-the-machine's", machines, L"Ctnr.Union", L"written", L"(none)");
    set(HKEY_CLASSES_ROOT, L"Ctnr.Machine", L"written", L"x");
    expect_value("write-where-the-machine-has-it", machines, L"Ctnr.Machine", L"written", L"x");
    check("write-makes-none-of-the-user's", !there(users, L"Ctnr.Machine"), L"");
    RegCloseKey(make(HKEY_CLASSES_ROOT, L"Ctnr.New"));
    check("new-is-the-machine's", there(machines, L"Ctnr.New") && !there(users, L"Ctnr.New"), L"");
    RegCloseKey(make(HKEY_CLASSES_ROOT, L"Ctnr.OwnUser"));
    check("made-again-is-what-there-is", !there(machines, L"Ctnr.OwnUser"), L"");
    RegDeleteKeyW(HKEY_CLASSES_ROOT, L"Ctnr.Union\\both");
    check("delete-of-both", !there(users, L"Ctnr.Union\\both") && there(HKEY_CLASSES_ROOT, L"Ctnr.Union\\both"), L"");
    RegDeleteKeyW(HKEY_CLASSES_ROOT, L"Ctnr.Union\\both");
    check("delete-again", !there(HKEY_CLASSES_ROOT, L"Ctnr.Union\\both"), L"");
}

int main(int count, char **words)
{
    users = make(HKEY_CURRENT_USER, L"Software\\Classes");
    machines = make(HKEY_LOCAL_MACHINE, L"Software\\Classes");
    if (count == 2 && !strcmp(words[1], "host")) {
        clean();
        host();
    } else if (count == 2 && !strcmp(words[1], "clean")) {
        clean();
    } else {
        container();
        check_opening();
        check_values();
        check_lists();
        check_watch();
        check_writing();
    }
    return 0;
}
