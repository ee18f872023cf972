#include "keys.h"

#include "../common/memory.h"
#include "../common/nt.h"
#include "variables.h"

#include <string.h>
#include <wchar.h>

enum { LINK = 0x10, KEY_NODE = 1, KEY_FLAGS = 5, FLAG_VOLATILE = 1, OPTION_CREATE_LINK = 2 };

typedef struct {
    ULONG wow64, flags, control;
} nt_key_flags;

typedef struct {
    LARGE_INTEGER written;
    ULONG title, class_offset, class_length, name_length;
    WCHAR name[];
} nt_key_node;

NTSYSAPI NTSTATUS NTAPI NtCreateKey(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, ULONG, const UNICODE_STRING *, ULONG, ULONG *);
NTSYSAPI NTSTATUS NTAPI NtSetValueKey(HANDLE, const UNICODE_STRING *, ULONG, ULONG, const void *, ULONG);
NTSYSAPI NTSTATUS NTAPI NtDeleteKey(HANDLE);
NTSYSAPI NTSTATUS NTAPI NtSetSecurityObject(HANDLE, SECURITY_INFORMATION, PSECURITY_DESCRIPTOR);

static UNICODE_STRING unicode_of(regf_text text)
{
    USHORT size = (USHORT)(text.length * sizeof *text.units);
    return (UNICODE_STRING){size, size, (wchar_t *)text.units};
}

/* Who owns a key may say who else may use it. */
static void open_to_all(OBJECT_ATTRIBUTES *where)
{
    HANDLE key;
    SECURITY_DESCRIPTOR all;
    InitializeSecurityDescriptor(&all, SECURITY_DESCRIPTOR_REVISION);
    SetSecurityDescriptorDacl(&all, TRUE, NULL, FALSE);
    if (NtOpenKey(&key, WRITE_DAC | KEY_WOW64_64KEY, where) < 0)
        return;
    NtSetSecurityObject(key, DACL_SECURITY_INFORMATION, &all);
    CloseHandle(key);
}

NTSTATUS keys_open(HANDLE *key, HANDLE above, regf_text name, ACCESS_MASK access)
{
    UNICODE_STRING spelling = unicode_of(name);
    OBJECT_ATTRIBUTES where;
    InitializeObjectAttributes(&where, &spelling, OBJ_CASE_INSENSITIVE | OBJ_OPENLINK, above, NULL);
    NTSTATUS status = NtOpenKey(key, access | KEY_WOW64_64KEY, &where);
    if (status != NT_ACCESS_DENIED)
        return status;
    open_to_all(&where); /* an application shut its user out, and what it made is to be kept all the same */
    return NtOpenKey(key, access | KEY_WOW64_64KEY, &where);
}

static NTSTATUS create(HANDLE *key, HANDLE above, const regf_key *from)
{
    UNICODE_STRING name = unicode_of(from->name), class_name = unicode_of(from->class_name);
    OBJECT_ATTRIBUTES where;
    InitializeObjectAttributes(&where, &name, OBJ_CASE_INSENSITIVE | OBJ_OPENLINK, above, NULL);
    return NtCreateKey(key, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &where, 0, from->class_name.length ? &class_name : NULL,
                       from->flags & LINK ? OPTION_CREATE_LINK : 0, NULL);
}

bool keys_put(HANDLE key, const regf_key *root, NTSTATUS *status)
{
    for (uint32_t i = 0; i < root->value_count; i++) {
        const regf_value *value = &root->values[i];
        UNICODE_STRING name = unicode_of(value->name);
        *status = NtSetValueKey(key, &name, 0, value->type, value->data.bytes, value->data.size);
        if (*status < 0)
            return false;
    }
    for (uint32_t i = 0; i < root->key_count; i++) {
        HANDLE child;
        *status = create(&child, key, root->keys[i]);
        if (*status < 0)
            return false;
        bool whole = keys_put(child, root->keys[i], status);
        CloseHandle(child);
        if (!whole)
            return false;
    }
    return true;
}

static NTSTATUS get_values(HANDLE key, regf_tree *tree, growing_key *to)
{
    size_t room = 4096;
    char *buffer = memory_get(room);
    NTSTATUS status = 0;
    for (ULONG index = 0; status >= 0;) {
        ULONG length = 0;
        status = NtEnumerateValueKey(key, index, KEY_VALUE_FULL, buffer, (ULONG)room, &length);
        if ((status == NT_BUFFER_OVERFLOW || status == NT_BUFFER_TOO_SMALL) && length > room) {
            room = length * (size_t)2;
            buffer = memory_grow(buffer, room);
            status = 0;
            continue;
        }
        if (status < 0)
            break;
        const nt_key_value_full *full = (const void *)buffer;
        regf_value *value = growing_value(tree, to, (regf_text){full->name, full->name_length / sizeof(WCHAR)});
        uint8_t *data = growing_memory(tree, full->data_length + 1);
        memcpy(data, buffer + full->data_offset, full->data_length);
        value->type = full->type;
        value->data = (regf_bytes){data, full->data_length};
        index++;
    }
    memory_free(buffer);
    return status == NT_NO_MORE_ENTRIES ? 0 : status;
}

/* Wine does not say. */
static bool is_volatile(HANDLE key)
{
    nt_key_flags flags = {0};
    ULONG length;
    return NtQueryKey(key, KEY_FLAGS, &flags, sizeof flags, &length) >= 0 && (flags.flags & FLAG_VOLATILE);
}

static void mark_link(growing_key *key)
{
    static const wchar_t NAME[] = L"SymbolicLinkValue";
    for (uint32_t i = 0; i < key->key.value_count; i++) {
        const regf_value *value = &key->key.values[i];
        if (value->type == REG_LINK && value->name.length == wcslen(NAME) && !_wcsnicmp(value->name.units, NAME, wcslen(NAME)))
            key->key.flags |= LINK;
    }
}

static NTSTATUS get(HANDLE key, regf_tree *tree, growing_key *to);

static NTSTATUS get_child(HANDLE above, regf_tree *tree, growing_key *to, const nt_key_node *node)
{
    regf_text name = {node->name, node->name_length / sizeof(WCHAR)};
    HANDLE key;
    NTSTATUS status = keys_open(&key, above, name, KEY_READ);
    if (status == NT_NOT_FOUND || status == NT_KEY_DELETED)
        return 0;
    if (status < 0)
        return status;
    growing_key *child = growing_child(tree, to, name);
    child->key.written = (uint64_t)node->written.QuadPart;
    if (node->class_length && node->class_offset != (ULONG)-1)
        child->key.class_name = growing_text(tree, (const uint16_t *)((const char *)node + node->class_offset),
                                             node->class_length / sizeof(WCHAR));
    if (is_volatile(key))
        to->key.key_count--;
    else
        status = get(key, tree, child);
    CloseHandle(key);
    return status;
}

static NTSTATUS get(HANDLE key, regf_tree *tree, growing_key *to)
{
    enum { ROOM = sizeof(nt_key_node) + 2 * (REGF_LONGEST_NAME + 32768) };
    NTSTATUS status = get_values(key, tree, to);
    mark_link(to);
    char *buffer = memory_get(ROOM);
    for (ULONG index = 0; status >= 0; index++) {
        ULONG length = 0;
        status = NtEnumerateKey(key, index, KEY_NODE, buffer, ROOM, &length);
        if (status >= 0)
            status = get_child(key, tree, to, (const void *)buffer);
    }
    memory_free(buffer);
    return status == NT_NO_MORE_ENTRIES ? 0 : status;
}

bool keys_get(HANDLE key, regf_tree *tree, NTSTATUS *status)
{
    *tree = (regf_tree){0};
    *status = get(key, tree, growing_root(tree));
    return *status >= 0;
}

bool keys_remove(HANDLE key)
{
    enum { ROOM = sizeof(nt_key_basic) + 2 * REGF_LONGEST_NAME };
    char buffer[ROOM] __attribute__((aligned(8)));
    ULONG length;
    for (ULONG index = 0; NtEnumerateKey(key, index, KEY_BASIC, buffer, ROOM, &length) >= 0;) {
        const nt_key_basic *child = (const void *)buffer;
        HANDLE below;
        NTSTATUS status = keys_open(&below, key, (regf_text){child->name, child->name_length / sizeof(WCHAR)}, KEY_READ | DELETE);
        if (status < 0 || !keys_remove(below))
            index++; /* it stays */
    }
    bool removed = NtDeleteKey(key) >= 0;
    CloseHandle(key);
    return removed;
}
