/*
 * NtRenameKey. What is the container's alone gets another name; where the host has a part in it, the key as it is seen
 * is copied to its new name and deleted at the old.
 */
#include "hook.h"
#include "key_elsewhere.h"
#include "key_make.h"
#include "key_request.h"
#include "key_turn.h"
#include "key_query.h"
#include "trace.h"

/* By the view's own path, as the application would. */
static NTSTATUS open_view(scratch *in, const key_path *path, bool create, text class, HANDLE *key)
{
    UNICODE_STRING name = text_unicode(key_path_on_host(in, path)), class_name = text_unicode(class);
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE, NULL, NULL);
    return key_open(&(key_request){.key = key, .access = KEY_ALL_ACCESS | KEY_WOW64_64KEY, .attributes = &attributes, .create = create,
                                   .class = class.length ? &class_name : NULL});
}

static NTSTATUS copy_values(scratch *in, HANDLE from, HANDLE to)
{
    NTSTATUS status;
    ULONG room = 1024, needed;
    value_full *value = scratch_get(in, room);
    for (ULONG i = 0;; i++) {
        while ((status = hook_NtEnumerateValueKey(from, i, VALUE_INFO_FULL, value, room, &needed)) == STATUS_BUFFER_OVERFLOW
               || status == STATUS_BUFFER_TOO_SMALL) {
            room = needed;
            value = scratch_get(in, room);
        }
        if (status < 0)
            return status == STATUS_NO_MORE_ENTRIES ? STATUS_SUCCESS : status;
        UNICODE_STRING name = unicode(value->Name, value->NameLength / sizeof(WCHAR));
        status = hook_NtSetValueKey(to, &name, value->TitleIndex, value->Type, (char *)value + value->DataOffset, value->DataLength);
        if (status < 0)
            return status;
    }
}

static NTSTATUS each_subkey(HANDLE of, const key_path *from, const key_path *to,
                            NTSTATUS (*call)(const key_path *from, const key_path *to))
{
    key_listing *listing;
    scratch memory;
    key_record *record = key_take(of);
    scratch_begin(&memory);
    NTSTATUS status = record ? key_view_list(&memory, record, KEY_SUBKEYS, &listing) : STATUS_UNSUCCESSFUL;
    for (size_t i = 0; status >= 0 && i < listing->count; i++) {
        key_path inner = key_path_below(&memory, from, listing->items[i].name);
        key_path target = to ? key_path_below(&memory, to, listing->items[i].name) : inner;
        status = call(&inner, &target);
        if (i + 1 == listing->count || status < 0) {
            key_listing_free(listing);
            break;
        }
    }
    scratch_release(&memory);
    key_let_go(record);
    return status;
}

static NTSTATUS copy(const key_path *from, const key_path *to)
{
    scratch memory;
    HANDLE source, target;
    scratch_begin(&memory);
    NTSTATUS status = open_view(&memory, from, false, TEXT_OF(""), &source);
    if (status >= 0) {
        key_record *record = key_take(source);
        key_facts facts = {0};
        if (record)
            key_query_facts(&memory, record, false, &facts);
        key_let_go(record);
        status = open_view(&memory, to, true, facts.class, &target);
        if (status >= 0) {
            status = copy_values(&memory, source, target);
            if (status >= 0)
                status = each_subkey(source, from, to, copy);
            hook_NtClose(target);
        }
        hook_NtClose(source);
    }
    scratch_release(&memory);
    return status;
}

static NTSTATUS remove_tree(const key_path *from, const key_path *unused)
{
    scratch memory;
    HANDLE key;
    (void)unused;
    scratch_begin(&memory);
    NTSTATUS status = open_view(&memory, from, false, TEXT_OF(""), &key);
    if (status >= 0) {
        status = each_subkey(key, from, NULL, remove_tree);
        if (status >= 0)
            status = hook_NtDeleteKey(key);
        hook_NtClose(key);
    }
    scratch_release(&memory);
    return status;
}

/* The application's handle is the new key's from now on, whatever it was opened for. */
static void follow(scratch *in, HANDLE handle, const key_record *before, const key_path *to)
{
    HANDLE own;
    if (key_open_own(to, KEY_ALL_ACCESS, 0, &own) < 0)
        return;
    bool apart = before->mode == MODE_ISOLATED || key_is_apart(in, to);
    key_remember(handle, to, before->mode, before->granted, false, apart);
    key_record *record = key_take(handle);
    record->host = NULL;
    key_keep(&record->own, own);
    key_let_go(record);
}

static NTSTATUS rename_in_turn(scratch *in, HANDLE handle, key_record *record, UNICODE_STRING *name)
{
    key_path from = key_record_path(record), above;
    key_layers layers;
    NTSTATUS status = key_layers_of(in, record, &layers);
    if (status < 0)
        return status;
    if (!key_path_parent(&from, &above))
        return STATUS_ACCESS_DENIED;
    key_path to = key_path_below(in, &above, text_of(*name));
    if (text_last(text_of(*name), L'\\') != text_of(*name).length)
        return STATUS(0xC000000D); /* STATUS_INVALID_PARAMETER */
    if (key_exists(in, &to))
        return STATUS_CANNOT_DELETE;
    status = copy(&from, &to);
    if (status >= 0)
        status = remove_tree(&from, NULL);
    if (status >= 0)
        follow(in, handle, record, &to);
    return status;
}

NTSTATUS NTAPI hook_NtRenameKey(HANDLE key, UNICODE_STRING *name)
{
    key_record *record = session->registry_user.length ? key_take(key) : NULL;
    if (!record || record->mode == MODE_HOST || !name) {
        key_let_go(record);
        return real.NtRenameKey(key, name);
    }
    scratch memory;
    NTSTATUS status = STATUS_ACCESS_DENIED;
    scratch_begin(&memory);
    if (record->granted & KEY_SET_VALUE && record->granted & KEY_CREATE_SUB_KEY) {
        if (record->hive == HIVE_NONE) {
            status = key_refuse_change(key_record_path(record).view);
        } else {
            key_turn_take();
            status = rename_in_turn(&memory, key, record, name);
            key_turn_end();
        }
    }
    scratch_release(&memory);
    key_changed();
    trace_key(THIS_API, "key-rename", key_record_path(record).view, KEY_LAYER_CONTAINER, record->mode, status);
    key_let_go(record);
    return status;
}
