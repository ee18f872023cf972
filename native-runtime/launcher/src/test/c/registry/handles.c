/* Several handles of one key, and what one of them sees of what another does; security. */
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

/* A descriptor by which everybody may do so much. */
static BOOL make_descriptor(SECURITY_DESCRIPTOR *descriptor, BYTE *room, DWORD rights)
{
    SID_IDENTIFIER_AUTHORITY world = SECURITY_WORLD_SID_AUTHORITY;
    PSID everybody;
    ACL *list = (ACL *)room;
    if (!AllocateAndInitializeSid(&world, 1, SECURITY_WORLD_RID, 0, 0, 0, 0, 0, 0, 0, &everybody))
        return FALSE;
    BOOL made = InitializeSecurityDescriptor(descriptor, SECURITY_DESCRIPTOR_REVISION) && InitializeAcl(list, 256, ACL_REVISION)
             && AddAccessAllowedAceEx(list, ACL_REVISION, CONTAINER_INHERIT_ACE, rights, everybody)
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
    if (!key || !make_descriptor(&descriptor, room, KEY_ALL_ACCESS))
        return;
    say_error(RegSetKeySecurity(key, DACL_SECURITY_INFORMATION, &descriptor));
    say_list(key);
    RegCloseKey(key);
    key = open_key(above, name, KEY_READ);
    say_list(key);
    RegCloseKey(key);
}

static void let_everybody(HKEY key, DWORD rights)
{
    SECURITY_DESCRIPTOR descriptor;
    BYTE room[256];
    if (key && make_descriptor(&descriptor, room, rights))
        say_error(RegSetKeySecurity(key, DACL_SECURITY_INFORMATION, &descriptor));
    RegCloseKey(key);
}

/* Whom a list grants nothing else may still open the key for that. */
static void one_right(HKEY above, const wchar_t *name, DWORD right)
{
    let_everybody(open_key(above, name, WRITE_DAC), right);
    HKEY key = open_key(above, name, right);
    if (key)
        say("opened");
    RegCloseKey(key);
    let_everybody(open_key(above, name, WRITE_DAC), KEY_ALL_ACCESS);
}

static void write_dac_alone(HKEY above, const wchar_t *name) { one_right(above, name, WRITE_DAC); }
static void read_control_alone(HKEY above, const wchar_t *name) { one_right(above, name, READ_CONTROL); }
static void set_value_alone(HKEY above, const wchar_t *name) { one_right(above, name, KEY_SET_VALUE); }

/* Who had the key open before sees what came into it since. */
static void less_for_others(HKEY above, const wchar_t *name)
{
    HKEY before = open_key(above, name, KEY_READ), key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say_error(set_text(key, L"since", L"then"));
    let_everybody(key, KEY_READ | WRITE_DAC);
    say_value(before, L"since");
    say_key(before, L"");
    let_everybody(open_key(above, name, WRITE_DAC), KEY_ALL_ACCESS);
    RegCloseKey(before);
}

static void create_with_security(HKEY above, const wchar_t *name)
{
    SECURITY_DESCRIPTOR descriptor;
    BYTE room[256];
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, &descriptor, FALSE};
    HKEY made, key = open_key(above, name, KEY_ALL_ACCESS);
    if (!key || !make_descriptor(&descriptor, room, KEY_ALL_ACCESS))
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
    {"security-set", set_security, TRUE},
    {"security-write-dac-alone", write_dac_alone, TRUE},
    {"security-read-control-alone", read_control_alone, TRUE},
    {"security-set-value-alone", set_value_alone, TRUE},
    {"security-less-for-others", less_for_others, TRUE},
    {"security-create-with", create_with_security, TRUE},
    {"security-read", security_of_host, FALSE},
    {"security-by-object", security_by_object, TRUE},
    {NULL, NULL, FALSE},
};
