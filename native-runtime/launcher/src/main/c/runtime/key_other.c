/* The rest of the calls on keys: security, times, duplicates, and whole hives. */
#include "handles.h"
#include "hook.h"
#include "key_elsewhere.h"
#include "key_make.h"
#include "key_security.h"
#include "key_view.h"
#include "trace.h"

/* The container's key, when a call that is meant for the key as it is seen must go there; else the handle. */
static NTSTATUS to_own(HANDLE key, ACCESS_MASK right, HANDLE *target, key_record **record)
{
    *target = key;
    *record = session->registry_user.length ? key_take(key) : NULL;
    if (!*record || (*record)->mode == MODE_HOST || (*record)->handle == (*record)->own)
        return STATUS_SUCCESS;
    if (!((*record)->granted & right))
        return STATUS_ACCESS_DENIED;
    if ((*record)->hive == HIVE_NONE)
        return right & KEY_CHANGES ? key_refuse_change(key_record_path(*record).view) : STATUS_SUCCESS;
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = key_own_to_write(&memory, *record, target);
    scratch_release(&memory);
    return status;
}

NTSTATUS NTAPI hook_NtSetSecurityObject(HANDLE object, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    HANDLE target;
    key_record *record;
    ACCESS_MASK right = parts & OWNER_SECURITY_INFORMATION ? WRITE_OWNER : WRITE_DAC;
    NTSTATUS status = to_own(object, right, &target, &record);
    bool own = record && record->mode != MODE_HOST && record->own;
    if (own && !(record->granted & right))
        status = STATUS_ACCESS_DENIED;
    if (status >= 0)
        status = own ? key_security_set(record, target, parts, descriptor) : real.NtSetSecurityObject(target, parts, descriptor);
    key_let_go(record);
    return status;
}

NTSTATUS NTAPI hook_NtQuerySecurityObject(HANDLE object, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor, ULONG length,
                                          PULONG needed)
{
    key_record *record = session->registry_user.length ? key_take(object) : NULL;
    NTSTATUS status = STATUS_SUCCESS;
    HANDLE target = object;
    if (record && record->mode != MODE_HOST && record->hive != HIVE_NONE && record->handle != record->own) {
        scratch memory;
        key_layers layers;
        scratch_begin(&memory);
        status = key_layers_of(&memory, record, &layers);
        if (status >= 0 && layers.own)
            target = layers.own;
        scratch_release(&memory);
    }
    bool one_for_all = record && target == record->own && !key_security_is_real();
    if (status >= 0 && record && (target != object || one_for_all) && !(record->granted & READ_CONTROL))
        status = STATUS_ACCESS_DENIED;
    if (status >= 0)
        status = one_for_all ? key_security_query(target, parts, descriptor, length, needed)
                             : real.NtQuerySecurityObject(target, parts, descriptor, length, needed);
    key_let_go(record);
    return status;
}

NTSTATUS NTAPI hook_NtSetInformationKey(HANDLE key, KEY_SET_INFORMATION_CLASS class, PVOID information, ULONG length)
{
    HANDLE target = key;
    key_record *record = NULL;
    NTSTATUS status = class == KeyWriteTimeInformation ? to_own(key, KEY_SET_VALUE, &target, &record) : STATUS_SUCCESS;
    if (status >= 0)
        status = real.NtSetInformationKey(target, class, information, length);
    key_let_go(record);
    return status;
}

/* Another process gets the container's key where this one may write, since there the handle is all that is known. */
NTSTATUS NTAPI hook_NtDuplicateObject(HANDLE source_process, HANDLE source, HANDLE target_process, PHANDLE target,
                                      ACCESS_MASK access, ULONG attributes, ULONG options)
{
    bool from_here = source_process == this_process();
    key_record *record = from_here && session->registry_user.length ? key_take_known(source) : NULL;
    HANDLE made, real_source = source;
    if (!from_here)
        return real.NtDuplicateObject(source_process, source, target_process, target, access, attributes, options);
    if (!record)
        return handle_duplicate(source, target_process, target, access, attributes, options);
    bool same = options & DUPLICATE_SAME_ACCESS, here = target_process == this_process();
    ACCESS_MASK granted = same ? record->granted : key_rights(access);
    bool of_host = record->mode != MODE_HOST && record->handle != record->own;
    if (of_host && (granted & KEY_CHANGES)) {
        scratch memory;
        HANDLE own = NULL;
        scratch_begin(&memory);
        if (!here && record->hive != HIVE_NONE && key_own_to_write(&memory, record, &own) >= 0)
            real_source = own;
        else if (!same)
            access = key_reading(granted) | (access & KEY_VIEWS);
        if (own && same)
            access = granted;
        scratch_release(&memory);
    }
    ULONG how = real_source != source ? options & ~(ULONG)(DUPLICATE_SAME_ACCESS | DUPLICATE_CLOSE_SOURCE) : options;
    NTSTATUS status = real.NtDuplicateObject(source_process, real_source, target_process, &made, access, attributes, how);
    if (status >= 0) {
        if (target)
            *target = made;
        if (here)
            key_copy(source, made, granted);
    }
    if (options & DUPLICATE_CLOSE_SOURCE) {
        key_forget(source);
        if (real_source != source)
            real.NtClose(source);
    }
    key_let_go(record);
    return status;
}

/* Files of whole hives would hold one layer alone, or change the host's registry. */
static NTSTATUS refuse(text subject, NTSTATUS status)
{
    event("registry-hive-refused", subject, status);
    return status;
}

static text name_in(const OBJECT_ATTRIBUTES *attributes)
{
    return attributes && attributes->ObjectName ? text_of(*attributes->ObjectName) : TEXT_OF("");
}

static bool is_layered(HANDLE key, scratch *in, text *view)
{
    key_record *record = session->registry_user.length ? key_take(key) : NULL;
    bool layered = record && (!key_is_plain(record) || (record->mode != MODE_HOST && record->hive != HIVE_NONE));
    if (layered)
        *view = text_copy(in, key_record_path(record).view);
    key_let_go(record);
    return layered;
}

#define ON_KEY(key, otherwise)                                                  \
    scratch memory;                                                             \
    text view;                                                                  \
    scratch_begin(&memory);                                                     \
    NTSTATUS status = is_layered(key, &memory, &view) ? refuse(view, STATUS_PRIVILEGE_NOT_HELD) : otherwise; \
    scratch_release(&memory);                                                   \
    return status

NTSTATUS NTAPI hook_NtSaveKey(HANDLE key, HANDLE file)
{
    ON_KEY(key, real.NtSaveKey(key, file));
}

NTSTATUS NTAPI hook_NtSaveKeyEx(HANDLE key, HANDLE file, ULONG format)
{
    ON_KEY(key, real.NtSaveKeyEx(key, file, format));
}

NTSTATUS NTAPI hook_NtRestoreKey(HANDLE key, HANDLE file, ULONG flags)
{
    ON_KEY(key, real.NtRestoreKey(key, file, flags));
}

NTSTATUS NTAPI hook_NtReplaceKey(OBJECT_ATTRIBUTES *by, HANDLE key, OBJECT_ATTRIBUTES *backup)
{
    ON_KEY(key, real.NtReplaceKey(by, key, backup));
}

NTSTATUS NTAPI hook_NtLoadKey(const OBJECT_ATTRIBUTES *key, OBJECT_ATTRIBUTES *file)
{
    return session->registry_user.length ? refuse(name_in(key), STATUS_PRIVILEGE_NOT_HELD) : real.NtLoadKey(key, file);
}

NTSTATUS NTAPI hook_NtLoadKey2(const OBJECT_ATTRIBUTES *key, OBJECT_ATTRIBUTES *file, ULONG flags)
{
    return session->registry_user.length ? refuse(name_in(key), STATUS_PRIVILEGE_NOT_HELD) : real.NtLoadKey2(key, file, flags);
}

NTSTATUS NTAPI hook_NtLoadKeyEx(const OBJECT_ATTRIBUTES *key, OBJECT_ATTRIBUTES *file, ULONG flags, HANDLE trusted, HANDLE event,
                                ACCESS_MASK access, PHANDLE root, PIO_STATUS_BLOCK io)
{
    enum { REG_OF_APPLICATION = 0x10 }; /* REG_APP_HIVE: seen by nobody but who loads it */
    return session->registry_user.length && !(flags & REG_OF_APPLICATION)
             ? refuse(name_in(key), STATUS_PRIVILEGE_NOT_HELD)
             : real.NtLoadKeyEx(key, file, flags, trusted, event, access, root, io);
}

NTSTATUS NTAPI hook_NtUnloadKey(OBJECT_ATTRIBUTES *key)
{
    return session->registry_user.length ? refuse(name_in(key), STATUS_PRIVILEGE_NOT_HELD) : real.NtUnloadKey(key);
}
