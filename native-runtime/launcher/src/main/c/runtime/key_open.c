/* NtOpenKey and NtCreateKey: the handle is of the container's key where there is one, else of the host's. */
#include "hook.h"
#include "key_elsewhere.h"
#include "key_make.h"
#include "key_redirection.h"
#include "key_request.h"
#include "key_security.h"
#include "key_step.h"
#include "key_turn.h"
#include "trace.h"

NTSTATUS key_open_as_said(const key_request *of, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes)
{
    return of->create    ? real.NtCreateKey(of->key, access, attributes, of->title, of->class, of->options, of->disposition)
           : of->options ? real.NtOpenKeyEx(of->key, access, attributes, of->options)
                         : real.NtOpenKey(of->key, access, attributes);
}

NTSTATUS key_open_on_host(scratch *in, const key_request *of, const key_path *path, ACCESS_MASK access)
{
    if (!path->rewritten)
        return of->options ? real.NtOpenKeyEx(of->key, access, of->attributes, of->options)
                           : real.NtOpenKey(of->key, access, of->attributes);
    return key_open_host(in, path, access, of->options, of->key);
}

static void tell(const key_request *of, ULONG disposition)
{
    if (of->create && of->disposition)
        *of->disposition = disposition;
}

/* For reading, whatever is asked for: what is written goes to the container's key, which is made then. */
static NTSTATUS open_below(scratch *in, const key_request *of, const key_path *path)
{
    ACCESS_MASK rights = key_rights(of->access), access = of->access;
    if (of->access & MAXIMUM_ALLOWED || rights & KEY_CHANGES)
        access = key_reading(rights) | (of->access & KEY_VIEWS);
    NTSTATUS status = key_open_on_host(in, of, path, access);
    if (status >= 0) {
        key_remember(*of->key, path, MODE_MERGED, rights, false, false);
        tell(of, REG_OPENED_EXISTING_KEY);
    }
    return status;
}

static NTSTATUS opened_own(const key_request *of, const key_path *path, access_mode mode, key_found *found)
{
    *of->key = found->own;
    key_remember(*of->key, path, mode, key_rights(of->access), true, found->apart);
    tell(of, REG_OPENED_EXISTING_KEY);
    return STATUS_SUCCESS;
}

/* In a turn: nobody else makes or deletes it meanwhile. */
static NTSTATUS create_own(scratch *in, const key_request *of, const key_path *path, access_mode mode)
{
    key_object object;
    key_found found;
    NTSTATUS status = key_own_object(path, &object);
    PSECURITY_DESCRIPTOR descriptor = of->attributes->SecurityDescriptor;
    object.attributes.SecurityDescriptor = key_security_is_real() ? descriptor : NULL;
    if (status >= 0)
        status = key_mirror_above(in, path);
    if (status < 0)
        return status == STATUS_KEY_DELETED ? STATUS_OBJECT_NAME_NOT_FOUND : status;
    key_find(in, path, mode, of->access, of->options & ~(ULONG)REG_OPTION_VOLATILE, &found);
    if (found.own)
        return opened_own(of, path, mode, &found);
    HANDLE whiteout;
    if (found.gone)
        status = key_step_begin(in, path, true);
    if (status < 0)
        return status;
    if (found.gone && key_open_own(path, DELETE, 0, &whiteout) >= 0) {
        real.NtDeleteKey(whiteout);
        real.NtClose(whiteout);
    }
    key_mark mark = (found.gone ? MARK_OPAQUE : 0) | (of->options & REG_OPTION_VOLATILE ? MARK_VOLATILE : 0);
    text given = of->class ? text_of(*of->class) : TEXT_OF("");
    UNICODE_STRING class = text_unicode(key_marked_class(in, mark, given));
    key_index_add(path, mark != MARK_NONE);
    ACCESS_MASK access = (of->access & ~(ACCESS_MASK)KEY_VIEWS) | KEY_WOW64_64KEY | KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS
                       | (descriptor ? KEY_SET_VALUE : 0);
    status = real.NtCreateKey(of->key, access, &object.attributes, of->title, class.Length ? &class : NULL, of->options,
                              of->disposition);
    if (found.gone) {
        if (status < 0)
            key_whiteout_put(in, path);
        key_step_end();
    }
    if (status >= 0 && descriptor)
        key_security_made(path, *of->key, descriptor);
    if (status >= 0)
        key_remember(*of->key, path, mode, key_rights(of->access), true, found.apart);
    return status;
}

static NTSTATUS create(scratch *in, const key_request *of, const key_path *path, access_mode mode)
{
    key_path above;
    if (of->options & REG_OPTION_CREATE_LINK) {
        event("registry-link-refused", path->view, STATUS_ACCESS_DENIED);
        return STATUS_ACCESS_DENIED; /* Windows would follow it past the container */
    }
    if (!key_path_parent(path, &above))
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (key_is_node(above.view)) /* a program of 32 bits did not name it */
        key_path_parent(&above, &above);
    if (!key_exists(in, &above))
        return STATUS_OBJECT_NAME_NOT_FOUND;
    key_turn_take();
    NTSTATUS status = create_own(in, of, path, mode);
    key_turn_end();
    key_changed();
    return status;
}

static bool is_deleted(scratch *in, HANDLE key)
{
    key_record *record = key_take(key);
    key_layers layers;
    ULONG needed;
    bool deleted = record && (record->handle == record->own
                                  ? real.NtQueryKey(key, KEY_INFO_BASIC, NULL, 0, &needed) == STATUS_KEY_DELETED
                                  : key_layers_of(in, record, &layers) == STATUS_KEY_DELETED);
    key_let_go(record);
    return deleted;
}

static NTSTATUS open_layered(scratch *in, const key_request *of, const key_path *path, access_mode mode, key_layer *layer)
{
    key_found found;
    key_find(in, path, mode, of->access, of->options & ~(ULONG)(REG_OPTION_VOLATILE | REG_OPTION_CREATE_LINK), &found);
    *layer = KEY_LAYER_CONTAINER;
    if (found.own)
        return opened_own(of, path, mode, &found);
    if (found.status != STATUS_OBJECT_NAME_NOT_FOUND)
        return found.status;
    if (!found.apart) {
        NTSTATUS status = open_below(in, of, path);
        *layer = KEY_LAYER_HOST;
        if (status != STATUS_OBJECT_NAME_NOT_FOUND)
            return status;
    }
    *layer = of->create ? KEY_LAYER_CONTAINER : KEY_LAYER_NONE;
    if (of->attributes->RootDirectory && is_deleted(in, of->attributes->RootDirectory))
        return STATUS_KEY_DELETED;
    return of->create ? create(in, of, path, mode) : STATUS_OBJECT_NAME_NOT_FOUND;
}

static NTSTATUS open_shared(scratch *in, const key_request *of, const key_path *path)
{
    OBJECT_ATTRIBUTES attributes = *of->attributes;
    UNICODE_STRING name = text_unicode(key_path_on_host(in, path));
    ACCESS_MASK access = of->access;
    if (path->rewritten) {
        attributes.RootDirectory = NULL;
        attributes.ObjectName = &name;
        access = (access & ~(ACCESS_MASK)KEY_VIEWS) | KEY_WOW64_64KEY;
    }
    NTSTATUS status = key_open_as_said(of, access, &attributes);
    if (status >= 0)
        key_remember(*of->key, path, MODE_HOST, key_rights(of->access), false, false);
    return status;
}

static NTSTATUS open_in_hive(scratch *in, const key_request *of, const key_path *path, key_layer *layer)
{
    access_mode mode = key_mode(path);
    *layer = KEY_LAYER_HOST;
    return mode == MODE_HOST ? open_shared(in, of, path) : open_layered(in, of, path, mode, layer);
}

/* The user's goes before the machine's, as Windows has it; what is new is made where the key above it is. */
static NTSTATUS open_class(scratch *in, const key_request *of, key_path *path, key_layer *layer)
{
    key_path other;
    if (!key_path_of_other_class(in, path, &other) || key_path_is_classes(path))
        return open_in_hive(in, of, path, layer);
    key_request opening = *of;
    opening.create = false;
    opening.options &= ~(ULONG)(REG_OPTION_VOLATILE | REG_OPTION_CREATE_LINK);
    key_path user = path->hive == HIVE_USER ? *path : other, machine = path->hive == HIVE_USER ? other : *path;
    NTSTATUS status = open_in_hive(in, &opening, &user, layer);
    if (status != STATUS_OBJECT_NAME_NOT_FOUND) {
        *path = user;
    } else {
        status = open_in_hive(in, &opening, &machine, layer);
        if (status == STATUS_OBJECT_NAME_NOT_FOUND)
            return of->create ? open_in_hive(in, of, path, layer) : status;
        *path = machine;
    }
    if (status >= 0)
        tell(of, REG_OPENED_EXISTING_KEY);
    return status;
}

NTSTATUS key_open(const key_request *of)
{
    scratch memory;
    key_path path;
    key_layer layer = KEY_LAYER_HOST;
    NTSTATUS status;
    if (!session->registry_user.length)
        return key_open_as_said(of, of->access, of->attributes);
    scratch_begin(&memory);
    if (!key_path_of(&memory, of->attributes, of->access, &path)) {
        status = key_open_as_said(of, of->access, of->attributes);
    } else {
        access_mode mode = key_mode(&path);
        if (path.hive == HIVE_NONE)
            status = mode == MODE_HOST ? open_shared(&memory, of, &path) : key_open_elsewhere(&memory, of, &path);
        else
            status = open_class(&memory, of, &path, &layer);
        trace_key(of->api, of->create ? "key-create" : "key-open", path.view, layer, key_mode(&path), status);
    }
    scratch_release(&memory);
    return status;
}

NTSTATUS NTAPI hook_NtOpenKey(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes)
{
    return key_open(&(key_request){.key = key, .access = access, .attributes = attributes, .api = THIS_API});
}

NTSTATUS NTAPI hook_NtOpenKeyEx(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG options)
{
    return key_open(&(key_request){.key = key, .access = access, .attributes = attributes, .options = options, .api = THIS_API});
}

NTSTATUS NTAPI hook_NtCreateKey(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG title,
                                const UNICODE_STRING *class, ULONG options, PULONG disposition)
{
    return key_open(&(key_request){key, access, attributes, options, true, title, class, disposition, THIS_API});
}

/* What a transaction would take back has been written by then: none is offered. */
static NTSTATUS refuse_transaction(const OBJECT_ATTRIBUTES *attributes)
{
    event("registry-transaction-refused", attributes && attributes->ObjectName ? text_of(*attributes->ObjectName) : TEXT_OF(""),
          STATUS_NOT_SUPPORTED);
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI hook_NtOpenKeyTransacted(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, HANDLE transaction)
{
    return session->registry_user.length ? refuse_transaction(attributes)
                                         : real.NtOpenKeyTransacted(key, access, attributes, transaction);
}

NTSTATUS NTAPI hook_NtOpenKeyTransactedEx(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG options,
                                          HANDLE transaction)
{
    return session->registry_user.length ? refuse_transaction(attributes)
                                         : real.NtOpenKeyTransactedEx(key, access, attributes, options, transaction);
}

NTSTATUS NTAPI hook_NtCreateKeyTransacted(PHANDLE key, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG title,
                                          const UNICODE_STRING *class, ULONG options, HANDLE transaction, PULONG disposition)
{
    return session->registry_user.length
             ? refuse_transaction(attributes)
             : real.NtCreateKeyTransacted(key, access, attributes, title, class, options, transaction, disposition);
}
