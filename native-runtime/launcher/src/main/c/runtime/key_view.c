#include "key_view.h"

#include "hook.h"
#include "key_step.h"
#include "key_turn.h"

static NTSTATUS read_own(key_record *record, HANDLE own, key_kind kind, key_listing *into)
{
    if (own)
        return key_listing_read(own, kind, true, into);
    if (record->mode != MODE_HOST || record->hive == HIVE_NONE)
        return STATUS_SUCCESS;
    /* a place of the host's, below which the container may have something by another rule */
    key_path path = key_record_path(record);
    HANDLE key;
    if (kind != KEY_SUBKEYS || key_open_own(&path, KEY_READ, 0, &key) < 0)
        return STATUS_SUCCESS;
    NTSTATUS status = key_listing_read(key, kind, true, into);
    real.NtClose(key);
    return status;
}

static NTSTATUS read_host(scratch *in, key_record *record, HANDLE host, key_kind kind, key_listing *into)
{
    if (host) {
        NTSTATUS status = key_listing_read(host, kind, false, into);
        return status == STATUS_KEY_DELETED && record->own ? STATUS_SUCCESS : status;
    }
    if (record->mode != MODE_ISOLATED || kind != KEY_SUBKEYS)
        return STATUS_SUCCESS;
    key_path path = key_record_path(record);
    HANDLE key;
    if (key_open_host(in, &path, KEY_READ, 0, &key) < 0)
        return STATUS_SUCCESS;
    NTSTATUS status = key_listing_read(key, kind, false, into);
    real.NtClose(key);
    return status;
}

/* What a subkey's own rule does not show of a layer. */
static void apply_rules(key_record *record, key_listing *listing)
{
    key_path path = key_record_path(record);
    for (size_t i = listing->count; i-- > 0;) {
        scratch memory;
        scratch_begin(&memory);
        key_path below = key_path_below(&memory, &path, listing->items[i].name);
        if (key_mode(&below) == (listing->items[i].own ? MODE_HOST : MODE_ISOLATED))
            key_listing_drop(listing, i);
        scratch_release(&memory);
    }
}

static NTSTATUS read(scratch *in, key_record *record, key_kind kind, key_listing *into)
{
    key_layers layers;
    NTSTATUS status = record->mode == MODE_HOST || record->hive == HIVE_NONE
                        ? (layers = (key_layers){NULL, record->handle ? record->handle : record->host}, STATUS_SUCCESS)
                        : key_layers_of(in, record, &layers);
    into->changes = key_changes();
    if (status >= 0)
        status = read_own(record, layers.own, kind, into);
    if (status >= 0 && (layers.host || record->rules_below))
        status = read_host(in, record, layers.host, kind, into);
    if (status >= 0 && kind == KEY_SUBKEYS && record->rules_below)
        apply_rules(record, into);
    return status;
}

static bool is_read_in_turn(const key_record *record, key_kind kind, const key_path *path)
{
    return kind == KEY_SUBKEYS && record->hive != HIVE_NONE && !record->apart
        && (key_index_ask(path).marked || key_step_is_begun());
}

/*
 * While a key with whiteouts is deleted, they go first: a key that is marked and has not got the class for it yet is
 * read in turn.
 */
NTSTATUS key_view_list_alone(scratch *in, key_record *record, key_kind kind, key_listing **result)
{
    key_path path = key_record_path(record);
    bool in_turn = is_read_in_turn(record, kind, &path);
    key_listing *listing = key_listing_new();
    if (in_turn)
        key_turn_take();
    NTSTATUS status = read(in, record, kind, listing);
    if (in_turn)
        key_turn_end();
    else if (status >= 0 && is_read_in_turn(record, kind, &path)) {
        key_listing_free(listing);
        return key_view_list_alone(in, record, kind, result);
    }
    if (status < 0) {
        key_listing_free(listing);
        return status;
    }
    key_listing_merge(listing);
    *result = listing;
    return STATUS_SUCCESS;
}

NTSTATUS key_view_list(scratch *in, key_record *record, key_kind kind, key_listing **result)
{
    key_listing *more;
    NTSTATUS status = key_view_list_alone(in, record, kind, result);
    key_record *other = status >= 0 ? key_record_of_other_class(record) : NULL;
    if (other && key_view_list_alone(in, other, kind, &more) >= 0)
        key_listing_unite(*result, more, record->hive == HIVE_USER);
    key_let_go(other);
    return status;
}

/* The type stands second in all answers but this one. */
static ULONG type_in(const void *answer, int class)
{
    return ((const ULONG *)answer)[class == VALUE_INFO_PARTIAL_ALIGNED ? 0 : 1];
}

static bool is_hidden(HANDLE own, const UNICODE_STRING *name)
{
    value_partial answer;
    ULONG needed;
    NTSTATUS status = real.NtQueryValueKey(own, name, VALUE_INFO_PARTIAL, &answer, sizeof answer, &needed);
    return (status >= 0 || status == STATUS_BUFFER_OVERFLOW) && key_value_is_hidden(answer.Type, answer.DataLength);
}

/* gone: what the container has of that name is not to be seen. */
static NTSTATUS own_value(HANDLE own, const UNICODE_STRING *name, int class, void *buffer, ULONG length, ULONG *needed, bool *gone)
{
    NTSTATUS status = real.NtQueryValueKey(own, name, class, buffer, length, needed);
    bool has_type = status >= 0 || (status == STATUS_BUFFER_OVERFLOW && length >= 2 * sizeof(ULONG));
    bool suspect = has_type ? key_value_is_hidden(type_in(buffer, class), 0)
                            : status == STATUS_BUFFER_OVERFLOW || status == STATUS_BUFFER_TOO_SMALL;
    *gone = suspect && is_hidden(own, name);
    return *gone ? STATUS_OBJECT_NAME_NOT_FOUND : status;
}

NTSTATUS key_view_value_alone(scratch *in, key_record *record, const UNICODE_STRING *name, int class, void *buffer,
                              ULONG length, ULONG *needed, key_layer *layer)
{
    key_layers layers;
    bool gone = false;
    NTSTATUS status = key_layers_of(in, record, &layers);
    *layer = KEY_LAYER_NONE;
    if (status < 0)
        return status;
    status = STATUS_OBJECT_NAME_NOT_FOUND;
    if (layers.own) {
        status = own_value(layers.own, name, class, buffer, length, needed, &gone);
        *layer = KEY_LAYER_CONTAINER;
    }
    if (status == STATUS_OBJECT_NAME_NOT_FOUND && layers.host && !gone) {
        NTSTATUS below = real.NtQueryValueKey(layers.host, name, class, buffer, length, needed);
        status = below == STATUS_KEY_DELETED && layers.own ? status : below;
        *layer = KEY_LAYER_HOST;
    }
    if (status == STATUS_OBJECT_NAME_NOT_FOUND)
        *layer = KEY_LAYER_NONE;
    return status;
}

NTSTATUS key_view_value(scratch *in, key_record *record, const UNICODE_STRING *name, int class, void *buffer, ULONG length,
                        ULONG *needed, key_layer *layer)
{
    key_record *other = key_record_of_other_class(record);
    key_record *first = other && record->hive != HIVE_USER ? other : record;
    NTSTATUS status = key_view_value_alone(in, first, name, class, buffer, length, needed, layer);
    if (other && status == STATUS_OBJECT_NAME_NOT_FOUND)
        status = key_view_value_alone(in, first == record ? other : record, name, class, buffer, length, needed, layer);
    key_let_go(other);
    return status;
}
