/* Keys and values, by the names that their handles have: those of the registry itself, without its 32-bit views. */
#include "observe.h"

#include "trace.h"

enum { KEY_NAME = 3, CREATED_NEW_KEY = 1 };

typedef struct {
    ULONG NameLength;
    WCHAR Name[];
} key_name;

static struct {
    __typeof__(&NtCreateKey) NtCreateKey;
    __typeof__(&NtCreateKeyTransacted) NtCreateKeyTransacted;
    __typeof__(&NtSetValueKey) NtSetValueKey;
    __typeof__(&NtDeleteValueKey) NtDeleteValueKey;
    __typeof__(&NtDeleteKey) NtDeleteKey;
    __typeof__(&NtRenameKey) NtRenameKey;
} own;

static text name_of_key(scratch *in, HANDLE key)
{
    ULONG size = 600, needed = 0;
    key_name *answer = scratch_get(in, size);
    NTSTATUS status = NtQueryKey(key, KEY_NAME, answer, size, &needed);
    if ((status == STATUS_BUFFER_OVERFLOW || status == STATUS_BUFFER_TOO_SMALL) && needed > size) {
        answer = scratch_get(in, needed);
        status = NtQueryKey(key, KEY_NAME, answer, needed, &needed);
    }
    return status < 0 ? TEXT_OF("") : (text){answer->Name, answer->NameLength / sizeof(WCHAR)};
}

/* member is left out when it is NULL. */
static void tell(const char *operation, text key, const char *member, text value)
{
    json_line line;
    trace_begin(&line, operation);
    json_text(&line, "key", key);
    if (member)
        json_text(&line, member, value);
    trace_finish(&line);
}

static void tell_handle(const char *operation, HANDLE key, const char *member, text value)
{
    scratch memory;
    scratch_begin(&memory);
    tell(operation, name_of_key(&memory, key), member, value);
    scratch_release(&memory);
}

static text value_name(const UNICODE_STRING *name)
{
    return name ? text_of(*name) : TEXT_OF("");
}

static NTSTATUS NTAPI create_key(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG index,
                                 const UNICODE_STRING *class, ULONG options, PULONG disposition)
{
    ULONG what = 0;
    NTSTATUS status = own.NtCreateKey(key, access, attributes, index, class, options, &what);
    if (status < 0)
        return status;
    if (disposition)
        *disposition = what;
    if (what == CREATED_NEW_KEY)
        tell_handle("key-create", *key, NULL, TEXT_OF(""));
    return status;
}

static NTSTATUS NTAPI create_key_transacted(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG index,
                                            const UNICODE_STRING *class, ULONG options, HANDLE transaction, PULONG disposition)
{
    ULONG what = 0;
    NTSTATUS status = own.NtCreateKeyTransacted(key, access, attributes, index, class, options, transaction, &what);
    if (status < 0)
        return status;
    if (disposition)
        *disposition = what;
    if (what == CREATED_NEW_KEY)
        tell_handle("key-create", *key, NULL, TEXT_OF(""));
    return status;
}

static NTSTATUS NTAPI set_value_key(HANDLE key, const UNICODE_STRING *name, ULONG index, ULONG type, const void *data,
                                    ULONG size)
{
    NTSTATUS status = own.NtSetValueKey(key, name, index, type, data, size);
    if (status >= 0)
        tell_handle("value-set", key, "value", value_name(name));
    return status;
}

static NTSTATUS NTAPI delete_value_key(HANDLE key, const UNICODE_STRING *name)
{
    NTSTATUS status = own.NtDeleteValueKey(key, name);
    if (status >= 0)
        tell_handle("value-delete", key, "value", value_name(name));
    return status;
}

static NTSTATUS NTAPI delete_key(HANDLE key)
{
    scratch memory;
    scratch_begin(&memory);
    text name = name_of_key(&memory, key); /* a deleted key has none */
    NTSTATUS status = own.NtDeleteKey(key);
    if (status >= 0)
        tell("key-delete", name, NULL, TEXT_OF(""));
    scratch_release(&memory);
    return status;
}

static NTSTATUS NTAPI rename_key(HANDLE key, UNICODE_STRING *name)
{
    scratch memory;
    scratch_begin(&memory);
    text before = name_of_key(&memory, key);
    NTSTATUS status = own.NtRenameKey(key, name);
    if (status >= 0)
        tell("key-rename", before, "to", name_of_key(&memory, key));
    scratch_release(&memory);
    return status;
}

const hook_entry observed_keys[] = {
    {"NtCreateKey", (void *)create_key, (void **)&own.NtCreateKey},
    {"NtCreateKeyTransacted", (void *)create_key_transacted, (void **)&own.NtCreateKeyTransacted},
    {"NtSetValueKey", (void *)set_value_key, (void **)&own.NtSetValueKey},
    {"NtDeleteValueKey", (void *)delete_value_key, (void **)&own.NtDeleteValueKey},
    {"NtDeleteKey", (void *)delete_key, (void **)&own.NtDeleteKey},
    {"NtRenameKey", (void *)rename_key, (void **)&own.NtRenameKey},
};
const size_t observed_key_count = sizeof observed_keys / sizeof *observed_keys;
