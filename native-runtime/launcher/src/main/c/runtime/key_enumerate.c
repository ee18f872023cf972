/* NtEnumerateKey and NtEnumerateValueKey: the merged listing is made at the first index and served from then on. */
#include "hook.h"
#include "key_query.h"
#include "key_request.h"

/* The entry's listing, taken from the record: give it back. It is read anew when something was changed meanwhile. */
static NTSTATUS listing_for(scratch *in, key_record *record, key_kind kind, ULONG index, key_listing **listing)
{
    *listing = key_listing_take(record, kind);
    NTSTATUS status = STATUS_SUCCESS;
    if (!*listing || !index || (*listing)->changes != key_changes()) {
        key_listing_free(*listing);
        *listing = NULL;
        status = key_view_list(in, record, kind, listing);
    }
    if (status >= 0 && index >= (*listing)->count)
        status = STATUS_NO_MORE_ENTRIES;
    return status;
}

/* What only the subkey itself knows. */
static NTSTATUS ask_subkey(key_record *record, text name, int class, void *buffer, ULONG length, ULONG *needed)
{
    UNICODE_STRING path = text_unicode(name);
    OBJECT_ATTRIBUTES attributes;
    HANDLE key;
    InitializeObjectAttributes(&attributes, &path, OBJ_CASE_INSENSITIVE, record->handle, NULL);
    NTSTATUS status = key_open(&(key_request){.key = &key, .access = KEY_QUERY_VALUE | KEY_WOW64_64KEY, .attributes = &attributes});
    if (status < 0)
        return status;
    status = hook_NtQueryKey(key, class, buffer, length, needed);
    key_forget(key);
    real.NtClose(key);
    return status;
}

static NTSTATUS subkey(scratch *in, key_record *record, ULONG index, int class, void *buffer, ULONG length, ULONG *needed)
{
    key_listing *listing;
    NTSTATUS status = listing_for(in, record, KEY_SUBKEYS, index, &listing);
    if (status >= 0) {
        key_item *item = &listing->items[index];
        key_facts facts = {.name = item->name, .class = item->class, .written = item->written};
        status = class == KEY_INFO_BASIC || class == KEY_INFO_NODE ? key_format(class, &facts, buffer, length, needed)
                                                           : ask_subkey(record, item->name, class, buffer, length, needed);
    }
    key_listing_give(record, KEY_SUBKEYS, listing);
    return status;
}

static NTSTATUS value(scratch *in, key_record *record, ULONG index, int class, void *buffer, ULONG length, ULONG *needed)
{
    enum { TRIES = 8 };
    key_listing *listing;
    NTSTATUS status = STATUS_NO_MORE_ENTRIES;
    for (int i = 0; i < TRIES; i++) {
        status = listing_for(in, record, KEY_VALUES, index, &listing);
        if (status >= 0) {
            key_layer layer;
            UNICODE_STRING name = text_unicode(listing->items[index].name);
            status = key_view_value(in, record, &name, class, buffer, length, needed, &layer);
        }
        if (status != STATUS_OBJECT_NAME_NOT_FOUND) {
            key_listing_give(record, KEY_VALUES, listing);
            break;
        }
        key_listing_free(listing); /* it was deleted since */
        status = STATUS_NO_MORE_ENTRIES;
    }
    return status;
}

typedef NTSTATUS entry_by_index(scratch *, key_record *, ULONG, int, void *, ULONG, ULONG *);

static bool answers(HANDLE key, ACCESS_MASK right, entry_by_index *by, ULONG index, int class, void *buffer, ULONG length,
                    ULONG *needed, NTSTATUS *status)
{
    ULONG ignored;
    key_record *record = session->registry_user.length ? key_take(key) : NULL;
    if (!record || key_is_plain(record)) {
        key_let_go(record);
        return false;
    }
    scratch memory;
    scratch_begin(&memory);
    *status = record->granted & right ? by(&memory, record, index, class, buffer, length, needed ? needed : &ignored)
                                      : STATUS_ACCESS_DENIED;
    scratch_release(&memory);
    key_let_go(record);
    return true;
}

NTSTATUS NTAPI hook_NtEnumerateKey(HANDLE key, ULONG index, int class, void *buffer, ULONG length, ULONG *needed)
{
    NTSTATUS status;
    bool known = class >= KEY_INFO_BASIC && class <= KEY_INFO_CACHED && class != KEY_INFO_NAME;
    return known && answers(key, KEY_ENUMERATE_SUB_KEYS, subkey, index, class, buffer, length, needed, &status)
             ? status
             : real.NtEnumerateKey(key, index, class, buffer, length, needed);
}

NTSTATUS NTAPI hook_NtEnumerateValueKey(HANDLE key, ULONG index, int class, void *buffer, ULONG length, ULONG *needed)
{
    NTSTATUS status;
    return answers(key, KEY_QUERY_VALUE, value, index, class, buffer, length, needed, &status)
             ? status
             : real.NtEnumerateValueKey(key, index, class, buffer, length, needed);
}
