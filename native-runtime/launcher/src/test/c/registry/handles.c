/* Several handles of one key, and what one of them sees of what another does; watches; security. */
#include "checks.h"

#include <aclapi.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static void delete_with_handles(HKEY above, const wchar_t *name)
{
    HKEY reading = open_key(above, name, KEY_READ), inner = NULL;
    wchar_t text[64];
    if (!reading)
        return;
    RegOpenKeyExW(reading, L"both", 0, KEY_ALL_ACCESS, &inner);
    say_error(RegDeleteTreeW(above, name));
    say_value(reading, L"a");
    say_error(RegEnumKeyW(reading, 0, text, 64));
    say_error(RegQueryInfoKeyW(reading, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL));
    if (inner) {
        say_value(inner, L"v");
        say_error(set_text(inner, L"late", L"late"));
        RegCloseKey(inner);
    }
    RegCloseKey(reading);
}

static void two_handles(HKEY above, const wchar_t *name)
{
    HKEY one = open_key(above, name, KEY_ALL_ACCESS), other = open_key(above, name, KEY_ALL_ACCESS), made;
    if (one) {
        say_error(set_text(one, L"by one", L"1"));
        say_value(other, L"by one");
        say_error(RegDeleteValueW(other, L"by one"));
        say_value(one, L"by one");
        say_error(RegCreateKeyExW(one, L"made", 0, NULL, 0, KEY_READ, NULL, &made, NULL));
        say_key(other, L"made");
        say_error(RegDeleteKeyW(other, L"made"));
        say_value(made, L"");
        say_key(one, L"made");
        RegCloseKey(made);
    }
    RegCloseKey(one);
    RegCloseKey(other);
}

static void interleaved_lists(HKEY above, const wchar_t *name)
{
    HKEY one = open_key(above, name, KEY_READ), other = open_key(above, name, KEY_ALL_ACCESS);
    for (DWORD i = 0; one && i < 4; i++) {
        wchar_t text[64] = L"", second[64] = L"";
        say_error(RegEnumKeyW(one, i, text, 64));
        say_error(RegEnumKeyW(other, 3 - i, second, 64));
        say("%ls/%ls", text, second);
        say_error(set_text(other, L"between", L"x"));
    }
    RegCloseKey(one);
    RegCloseKey(other);
}

static void list_of_deleted(HKEY above, const wchar_t *name)
{
    wchar_t text[64];
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegEnumKeyW(key, 0, text, 64));
    say_error(RegDeleteTreeW(above, name));
    for (DWORD i = 0; i < 3; i++)
        say_error(RegEnumKeyW(key, i, text, 64));
    RegCloseKey(key);
}

static void closed_handle(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(RegCloseKey(key));
    say_error(set_text(key, L"closed", L"x"));
    say_error(RegDeleteValueW(key, L"both"));
    say_error(RegCloseKey(key));
}

static void fewer_rights(HKEY above, const wchar_t *name)
{
    static const REGSAM RIGHTS[] = {KEY_QUERY_VALUE, KEY_SET_VALUE, KEY_CREATE_SUB_KEY, KEY_ENUMERATE_SUB_KEYS, KEY_NOTIFY, DELETE, READ_CONTROL};
    HKEY made;
    wchar_t text[64];
    for (size_t i = 0; i < ARRAYSIZE(RIGHTS); i++) {
        HKEY key = open_key(above, name, RIGHTS[i]);
        if (!key)
            continue;
        say_error(RegQueryValueExW(key, L"both", NULL, NULL, NULL, NULL));
        say_error(set_text(key, L"right", L"x"));
        say_error(RegEnumKeyW(key, 0, text, 64));
        LSTATUS error = RegCreateKeyExW(key, L"of a right", 0, NULL, 0, KEY_READ, NULL, &made, NULL);
        say_error(error);
        if (!error)
            RegCloseKey(made);
        RegCloseKey(key);
    }
}

static void volatile_child(HKEY above, const wchar_t *name)
{
    wchar_t path[256];
    HKEY key, inner;
    swprintf(path, 256, L"%ls\\passing", name);
    LSTATUS error = RegCreateKeyExW(above, path, 0, NULL, REG_OPTION_VOLATILE, KEY_ALL_ACCESS, NULL, &key, NULL);
    say_error(error);
    if (error)
        return;
    say_error(set_text(key, L"v", L"volatile"));
    error = RegCreateKeyExW(key, L"inner", 0, NULL, REG_OPTION_VOLATILE, KEY_ALL_ACCESS, NULL, &inner, NULL);
    say_error(error);
    if (!error)
        RegCloseKey(inner);
    say_key(key, L"");
    say_error(RegDeleteKeyW(above, path));
    say_error(RegDeleteTreeW(above, path));
    error = RegCreateKeyExW(above, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &inner, NULL);
    say_error(error);
    if (!error)
        RegCloseKey(inner);
    RegCloseKey(key);
}

/* Whether the watch told of what was done. */
static void say_told(HANDLE event)
{
    say("%s", WaitForSingleObject(event, 0) ? "silent" : "told");
    ResetEvent(event);
}

typedef struct {
    HKEY key, other;
    HANDLE event;
} watched;

static BOOL watch_begin(watched *of, HKEY above, const wchar_t *name, BOOL subtree, DWORD filter)
{
    of->key = open_key(above, name, KEY_NOTIFY | KEY_READ);
    if (!of->key)
        return FALSE;
    of->other = open_key(above, name, KEY_ALL_ACCESS);
    of->event = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_error(RegNotifyChangeKeyValue(of->key, subtree, filter, of->event, TRUE));
    return TRUE;
}

static void watch_end(watched *of)
{
    RegCloseKey(of->key);
    RegCloseKey(of->other);
    CloseHandle(of->event);
}

static void watch_names(HKEY above, const wchar_t *name)
{
    watched of;
    HKEY made;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_NAME))
        return;
    say_error(set_text(of.other, L"value", L"x"));
    say_told(of.event);
    say_error(RegCreateKeyExW(of.other, L"watched", 0, NULL, 0, KEY_READ, NULL, &made, NULL));
    RegCloseKey(made);
    WaitForSingleObject(of.event, 2000);
    say_told(of.event);
    watch_end(&of);
}

static void watch_tree(HKEY above, const wchar_t *name)
{
    watched of;
    HKEY inner;
    if (!watch_begin(&of, above, name, TRUE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    if (!RegOpenKeyExW(of.other, L"both", 0, KEY_ALL_ACCESS, &inner)) {
        say_error(set_text(inner, L"below", L"x"));
        WaitForSingleObject(of.event, 2000);
        RegCloseKey(inner);
    }
    say_told(of.event);
    watch_end(&of);
}

static void watch_without_tree(HKEY above, const wchar_t *name)
{
    watched of;
    HKEY inner;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    if (!RegOpenKeyExW(of.other, L"both", 0, KEY_ALL_ACCESS, &inner)) {
        say_error(set_text(inner, L"below", L"x"));
        RegCloseKey(inner);
    }
    say_told(of.event);
    watch_end(&of);
}

static void watch_deleted_value(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    if (!RegDeleteValueW(of.other, L"low") || !RegDeleteValueW(of.other, L"a") || !RegDeleteValueW(of.other, L"old"))
        WaitForSingleObject(of.event, 2000);
    say_told(of.event);
    watch_end(&of);
}

static void watch_again(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    for (int i = 0; i < 3; i++) {
        say_error(set_text(of.other, L"value", i == 1 ? L"y" : L"x"));
        WaitForSingleObject(of.event, 2000);
        say_told(of.event);
        say_error(RegNotifyChangeKeyValue(of.key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, of.event, TRUE));
    }
    say_told(of.event);
    watch_end(&of);
}

static void watch_closed(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    RegCloseKey(of.key);
    of.key = NULL;
    WaitForSingleObject(of.event, 2000);
    say_told(of.event);
    watch_end(&of);
}

static void watch_without_right(HKEY above, const wchar_t *name)
{
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    HKEY key = open_key(above, name, KEY_QUERY_VALUE);
    if (key)
        say_error(RegNotifyChangeKeyValue(key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, event, TRUE));
    RegCloseKey(key);
    CloseHandle(event);
}

static DWORD WINAPI wait_for_change(void *given)
{
    watched *of = given;
    SetEvent(of->event);
    return (DWORD)RegNotifyChangeKeyValue(of->key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, NULL, FALSE);
}

static void watch_waiting(HKEY above, const wchar_t *name)
{
    wchar_t text[16];
    DWORD code = 99;
    watched of = {open_key(above, name, KEY_NOTIFY), NULL, CreateEventW(NULL, FALSE, FALSE, NULL)};
    if (of.key) {
        HANDLE thread = CreateThread(NULL, 0, wait_for_change, &of, 0, NULL);
        of.other = open_key(above, name, KEY_ALL_ACCESS);
        WaitForSingleObject(of.event, INFINITE);
        for (int i = 0; i < 500; i++) { /* until the thread has begun to wait, which nobody says */
            swprintf(text, 16, L"%d", i);
            set_text(of.other, L"turn", text);
            if (!WaitForSingleObject(thread, 10))
                break;
        }
        GetExitCodeThread(thread, &code);
        say("%lu", code);
        RegDeleteValueW(of.other, L"turn");
        CloseHandle(thread);
    }
    watch_end(&of);
}

/* A descriptor by which everybody may read, and the user may do all. */
static BOOL make_descriptor(SECURITY_DESCRIPTOR *descriptor, BYTE *room)
{
    SID_IDENTIFIER_AUTHORITY world = SECURITY_WORLD_SID_AUTHORITY;
    PSID everybody;
    ACL *list = (ACL *)room;
    if (!AllocateAndInitializeSid(&world, 1, SECURITY_WORLD_RID, 0, 0, 0, 0, 0, 0, 0, &everybody))
        return FALSE;
    BOOL made = InitializeSecurityDescriptor(descriptor, SECURITY_DESCRIPTOR_REVISION) && InitializeAcl(list, 256, ACL_REVISION)
             && AddAccessAllowedAceEx(list, ACL_REVISION, CONTAINER_INHERIT_ACE, KEY_ALL_ACCESS, everybody)
             && SetSecurityDescriptorDacl(descriptor, TRUE, list, FALSE);
    FreeSid(everybody);
    return made;
}

static void say_list(HKEY key)
{
    BYTE room[1024];
    DWORD size = sizeof room;
    BOOL present, defaulted;
    ACL *list = NULL;
    LSTATUS error = RegGetKeySecurity(key, DACL_SECURITY_INFORMATION, room, &size);
    say_error(error);
    if (error || !GetSecurityDescriptorDacl(room, &present, &list, &defaulted) || !list)
        return;
    say("%lu aces %d", (DWORD)list->AceCount, present);
    for (DWORD i = 0; i < list->AceCount; i++) {
        ACCESS_ALLOWED_ACE *entry;
        if (GetAce(list, i, (void **)&entry))
            say("%d/%d/%lx", entry->Header.AceType, entry->Header.AceFlags, entry->Mask);
    }
}

static void set_security(HKEY above, const wchar_t *name)
{
    SECURITY_DESCRIPTOR descriptor;
    BYTE room[256];
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key || !make_descriptor(&descriptor, room))
        return;
    say_error(RegSetKeySecurity(key, DACL_SECURITY_INFORMATION, &descriptor));
    say_list(key);
    RegCloseKey(key);
    key = open_key(above, name, KEY_READ);
    say_list(key);
    RegCloseKey(key);
}

static void create_with_security(HKEY above, const wchar_t *name)
{
    SECURITY_DESCRIPTOR descriptor;
    BYTE room[256];
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, &descriptor, FALSE};
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key || !make_descriptor(&descriptor, room))
        return;
    LSTATUS error = RegCreateKeyExW(key, L"secured", 0, NULL, 0, KEY_ALL_ACCESS, &attributes, &made, NULL);
    say_error(error);
    if (!error) {
        say_list(made);
        RegCloseKey(made);
    }
    RegCloseKey(key);
}

static void security_of_host(HKEY above, const wchar_t *name)
{
    HKEY key = open_key(above, name, KEY_READ);
    DWORD size = 1;
    if (!key)
        return;
    say_list(key);
    say_error(RegGetKeySecurity(key, DACL_SECURITY_INFORMATION | OWNER_SECURITY_INFORMATION, NULL, &size));
    say("%d", size > 20);
    RegCloseKey(key);
}

static void security_by_object(HKEY above, const wchar_t *name)
{
    PSECURITY_DESCRIPTOR found = NULL;
    ACL *list = NULL;
    PSID owner = NULL;
    HKEY key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    DWORD error = GetSecurityInfo(key, SE_REGISTRY_KEY, DACL_SECURITY_INFORMATION | OWNER_SECURITY_INFORMATION, &owner, NULL, &list, NULL, &found);
    say_error((LSTATUS)error);
    if (!error) {
        say("%d %d", owner != NULL, list != NULL);
        say_error((LSTATUS)SetSecurityInfo(key, SE_REGISTRY_KEY, DACL_SECURITY_INFORMATION, NULL, NULL, list, NULL));
        LocalFree(found);
    }
    RegCloseKey(key);
}

const check HANDLES[] = {
    {"handle-of-deleted-tree", delete_with_handles, TRUE},
    {"handle-two", two_handles, TRUE},
    {"handle-interleaved-lists", interleaved_lists, TRUE},
    {"handle-list-of-deleted", list_of_deleted, TRUE},
    {"handle-closed", closed_handle, TRUE},
    {"handle-fewer-rights", fewer_rights, TRUE},
    {"handle-volatile-child", volatile_child, TRUE},
    {"watch-names", watch_names, TRUE},
    {"watch-tree", watch_tree, TRUE},
    {"watch-without-tree", watch_without_tree, TRUE},
    {"watch-deleted-value", watch_deleted_value, TRUE},
    {"watch-again", watch_again, TRUE},
    {"watch-closed", watch_closed, TRUE},
    {"watch-without-right", watch_without_right, FALSE},
    {"watch-waiting", watch_waiting, TRUE},
    {"security-set", set_security, TRUE},
    {"security-create-with", create_with_security, TRUE},
    {"security-read", security_of_host, FALSE},
    {"security-by-object", security_by_object, TRUE},
    {NULL, NULL, FALSE},
};
