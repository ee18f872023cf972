#include "keys_secure.h"

#include "../common/memory.h"
#include "../common/nt.h"
#include "keys.h"
#include "variables.h"

#include <wchar.h>

NTSYSAPI NTSTATUS NTAPI NtSetSecurityObject(HANDLE, SECURITY_INFORMATION, PSECURITY_DESCRIPTOR);

static void *descriptor_in(const regf_key *from)
{
    for (uint32_t i = 0; i < from->value_count; i++)
        if (from->values[i].type == VALUE_SECURITY && from->values[i].data.size)
            return (void *)from->values[i].data.bytes;
    return NULL;
}

static bool has_descriptors(const regf_key *from)
{
    bool has = descriptor_in(from);
    for (uint32_t i = 0; i < from->key_count && !has; i++)
        has = has_descriptors(from->keys[i]);
    return has;
}

/* Who may do what counts without an owner, whom another machine may not have given to anybody. */
static NTSTATUS secure(HANDLE key, void *descriptor, bool *list_is_set)
{
    SECURITY_DESCRIPTOR_CONTROL control;
    PSID owner = NULL, group = NULL;
    BOOL ignored;
    DWORD revision;
    NTSTATUS list = 0, of_owner = 0, of_group = 0;
    GetSecurityDescriptorOwner(descriptor, &owner, &ignored);
    GetSecurityDescriptorGroup(descriptor, &group, &ignored);
    GetSecurityDescriptorControl(descriptor, &control, &revision);
    if (owner)
        of_owner = NtSetSecurityObject(key, OWNER_SECURITY_INFORMATION, descriptor);
    if (group)
        of_group = NtSetSecurityObject(key, GROUP_SECURITY_INFORMATION, descriptor);
    if (control & SE_DACL_PRESENT)
        list = NtSetSecurityObject(key, DACL_SECURITY_INFORMATION, descriptor);
    *list_is_set = (control & SE_DACL_PRESENT) && list >= 0;
    return list < 0 ? list : of_owner < 0 ? of_owner : of_group;
}

static wchar_t *path_below(const wchar_t *path, regf_text name)
{
    size_t room = wcslen(path) + name.length + 2;
    wchar_t *result = memory_get(room * sizeof *result);
    swprintf(result, room, L"%ls\\%.*ls", path, (int)name.length, (const wchar_t *)name.units);
    return result;
}

/* What is below comes first: a descriptor may shut this user out. */
void keys_secure(HANDLE above, const regf_key *from, const wchar_t *path, keys_refusal *refused, void *context)
{
    HANDLE key;
    bool list_is_set = false;
    if (!has_descriptors(from))
        return;
    NTSTATUS status = keys_open(&key, above, from->name, KEY_READ | WRITE_DAC | WRITE_OWNER);
    if (status < 0) {
        refused(path, false, status, context);
        return;
    }
    for (uint32_t i = 0; i < from->key_count; i++) {
        wchar_t *below = path_below(path, from->keys[i]->name);
        keys_secure(key, from->keys[i], below, refused, context);
        memory_free(below);
    }
    void *descriptor = descriptor_in(from);
    if (descriptor)
        status = secure(key, descriptor, &list_is_set);
    CloseHandle(key);
    if (status < 0)
        refused(path, list_is_set, status, context);
}
