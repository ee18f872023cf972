#include "checks.h"

#include <stdio.h>
#include <wchar.h>

static void delete(HKEY above, const wchar_t *name)
{
    say_error(RegDeleteKeyW(above, name));
}

static void delete_by_handle(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegDeleteKeyW(key, L""));
    say_value(key, L"a");
    say_error(set_text(key, L"late", L"late"));
    HKEY again;
    LSTATUS error = RegOpenKeyExW(above, name, 0, KEY_READ, &again);
    say_error(error);
    if (!error)
        RegCloseKey(again);
    RegCloseKey(key);
}

static void delete_tree(HKEY above, const wchar_t *name)
{
    say_error(RegDeleteTreeW(above, name));
}

static void delete_content(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegDeleteTreeW(key, NULL));
    say_key(key, L"");
    RegCloseKey(key);
}

static void delete_and_create(HKEY above, const wchar_t *name)
{
    HKEY key;
    DWORD disposition = 9;
    say_error(RegDeleteTreeW(above, name));
    LSTATUS error = RegCreateKeyExW(above, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition);
    say_error(error);
    if (error)
        return;
    say("disposition-%lu", disposition);
    say_key(key, L"");
    say_value(key, L"low");
    say_error(set_text(key, L"fresh", L"fresh"));
    say_error(RegDeleteValueW(key, L"low"));
    HKEY inner;
    say_error(RegCreateKeyExW(key, L"low", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &inner, &disposition));
    say("disposition-%lu", disposition);
    say_key(inner, L"");
    RegCloseKey(inner);
    RegCloseKey(key);
}

static void twice(HKEY above, const wchar_t *name)
{
    for (int i = 0; i < 2; i++) {
        HKEY key;
        say_error(RegDeleteTreeW(above, name));
        say_key(above, name);
        LSTATUS error = RegCreateKeyExW(above, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
        say_error(error);
        if (!error)
            RegCloseKey(key);
    }
    say_error(RegDeleteKeyW(above, name));
}

static void old_handle(HKEY above, const wchar_t *name)
{
    HKEY old = open_key(above, name, KEY_ALL_ACCESS), key;
    if (!old)
        return;
    say_error(RegDeleteTreeW(above, name));
    LSTATUS error = RegCreateKeyExW(above, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    say_error(error);
    if (!error) {
        say_error(set_text(key, L"a", L"of the new one"));
        say_value(old, L"a");
        say_error(set_text(old, L"b", L"of the old one"));
        say_error(RegDeleteValueW(old, L"a"));
        DWORD count;
        say_error(RegQueryInfoKeyW(old, NULL, NULL, NULL, &count, NULL, NULL, NULL, NULL, NULL, NULL, NULL));
        RegCloseKey(key);
    }
    RegCloseKey(old);
}

static void delete_without_right(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    if (!key)
        return;
    say("%08lx", NtClose(NULL) < 0 ? 0 : 1);
    say_error(RegDeleteValueW(key, L"a"));
    RegCloseKey(key);
}

static void create_in_deleted(HKEY above, const wchar_t *name)
{
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegDeleteTreeW(above, name));
    LSTATUS error = RegCreateKeyExW(key, L"late", 0, NULL, 0, KEY_READ, NULL, &made, NULL);
    say_error(error);
    if (!error)
        RegCloseKey(made);
    error = RegOpenKeyExW(key, L"both", 0, KEY_READ, &made);
    say_error(error);
    if (!error)
        RegCloseKey(made);
    RegCloseKey(key);
}

static void rename_to(HKEY above, const wchar_t *name, const wchar_t *target)
{
    LSTATUS error = RegRenameKey(above, name, target);
    say_error(error);
}

static void rename_fresh(HKEY above, const wchar_t *name)
{
    wchar_t path[128];
    rename_to(above, name, L"fresh");
    const wchar_t *slash = wcsrchr(name, L'\\');
    swprintf(path, 128, L"%.*lsfresh", slash ? (int)(slash + 1 - name) : 0, name);
    say_key(above, path);
    swprintf(path, 128, L"%.*lsfresh\\both", slash ? (int)(slash + 1 - name) : 0, name);
    say_key(above, path);
}

static void rename_taken(HKEY above, const wchar_t *name) { rename_to(above, name, L"hostkey"); }
static void rename_over_gone(HKEY above, const wchar_t *name)
{
    rename_to(above, name, L"gonekey");
    say_key(above, L"gonekey");
}

static void rename_and_back(HKEY above, const wchar_t *name)
{
    if (wcschr(name, L'\\'))
        return;
    rename_to(above, name, L"elsewhere");
    rename_to(above, L"elsewhere", name);
}

static void copy_tree(HKEY above, const wchar_t *name)
{
    HKEY target;
    say_error(RegCreateKeyExW(above, L"copied", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &target, NULL));
    say_error(RegCopyTreeW(above, name, target));
    RegCloseKey(target);
    say_key(above, L"copied");
    say_key(above, L"copied\\both");
}

static void watch(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ), other = open_key(above, name, KEY_ALL_ACCESS);
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (key) {
        say_error(RegNotifyChangeKeyValue(key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, event, TRUE));
        say("%lu", WaitForSingleObject(event, 0));
        say_error(set_text(other, L"watched", L"changed"));
        say("%lu", WaitForSingleObject(event, 5000));
    }
    CloseHandle(event);
    RegCloseKey(key);
    RegCloseKey(other);
}

static void security(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    BYTE descriptor[1024];
    DWORD size = sizeof descriptor;
    if (!key)
        return;
    LSTATUS error = RegGetKeySecurity(key, DACL_SECURITY_INFORMATION, descriptor, &size);
    say_error(error);
    if (!error)
        say_error(RegSetKeySecurity(key, DACL_SECURITY_INFORMATION, descriptor));
    say_error(RegFlushKey(key));
    RegCloseKey(key);
    key = open_key(above, name, KEY_READ);
    if (!error)
        say_error(RegSetKeySecurity(key, DACL_SECURITY_INFORMATION, descriptor));
    RegCloseKey(key);
}

const check CHANGING[] = {
    {"delete-key", delete, TRUE},
    {"delete-by-handle", delete_by_handle, TRUE},
    {"delete-tree", delete_tree, TRUE},
    {"delete-content", delete_content, TRUE},
    {"delete-and-create", delete_and_create, TRUE},
    {"delete-twice", twice, TRUE},
    {"delete-with-old-handle", old_handle, TRUE},
    {"delete-without-right", delete_without_right, TRUE},
    {"delete-then-create-in-it", create_in_deleted, TRUE},
    {"rename-fresh", rename_fresh, TRUE},
    {"rename-taken", rename_taken, TRUE},
    {"rename-over-gone", rename_over_gone, TRUE},
    {"rename-and-back", rename_and_back, TRUE},
    {"copy-tree", copy_tree, TRUE},
    {"watch", watch, TRUE},
    {"security", security, TRUE},
    {NULL, NULL, FALSE},
};
