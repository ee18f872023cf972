/* NtQueryKey: counts and lengths over both layers, and names as the application knows them. */
#include "key_query.h"

#include "hook.h"

#include <string.h>

/* The later time of both layers; the container's name and class, unless it has none. */
static NTSTATUS add_layer(scratch *in, HANDLE key, bool own, key_facts *facts)
{
    ULONG room = 1024, needed = 0;
    key_node *answer = scratch_get(in, room);
    NTSTATUS status = real.NtQueryKey(key, KEY_INFO_NODE, answer, room, &needed);
    if (status == STATUS_BUFFER_OVERFLOW) {
        answer = scratch_get(in, needed);
        status = real.NtQueryKey(key, KEY_INFO_NODE, answer, needed, &needed);
    }
    if (status < 0)
        return status;
    if (answer->LastWriteTime.QuadPart > facts->written.QuadPart)
        facts->written = answer->LastWriteTime;
    text class = key_node_class(answer);
    if (!facts->class.length)
        facts->class = own ? key_class_of_application(class) : class;
    if (!facts->name.length)
        facts->name = (text){answer->Name, answer->NameLength / sizeof(WCHAR)};
    return status;
}

NTSTATUS key_query_facts(scratch *in, key_record *record, bool counts, key_facts *result)
{
    key_layers layers;
    key_path path = key_record_path(record);
    NTSTATUS status = key_layers_of(in, record, &layers);
    *result = (key_facts){.class = {L"", 0}};
    if (path.view.length == key_path_root(&path)) { /* the container's has a name of its own */
        text host = key_path_on_host(in, &path);
        result->name = text_after(host, text_last(host, L'\\') + 1);
    }
    if (status >= 0 && layers.own)
        status = add_layer(in, layers.own, true, result);
    if (status >= 0 && layers.host)
        add_layer(in, layers.host, false, result);
    for (int kind = 0; status >= 0 && counts && kind < 2; kind++) {
        key_listing *listing;
        status = key_view_list(in, record, (key_kind)kind, &listing);
        if (status < 0)
            break;
        key_facts_add(result, listing, (key_kind)kind);
        key_listing_give(record, (key_kind)kind, listing);
    }
    return status;
}

static NTSTATUS query(scratch *in, key_record *record, int class, void *buffer, ULONG length, ULONG *needed)
{
    if (class == KEY_INFO_NAME) {
        key_path path = key_record_path(record);
        text name = key_path_on_host(in, &path);
        ULONG bytes = (ULONG)(name.length * sizeof(WCHAR)), fixed = offsetof(key_full_name, Name);
        *needed = fixed + bytes;
        if (length < fixed)
            return STATUS_BUFFER_TOO_SMALL;
        ((key_full_name *)buffer)->NameLength = bytes;
        memcpy(((key_full_name *)buffer)->Name, name.at, bytes < length - fixed ? bytes : length - fixed);
        return length < *needed ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
    }
    if (!(record->granted & KEY_QUERY_VALUE))
        return STATUS_ACCESS_DENIED;
    key_facts facts;
    NTSTATUS status = key_query_facts(in, record, class == KEY_INFO_FULL || class == KEY_INFO_CACHED, &facts);
    return status < 0 ? status : key_format(class, &facts, buffer, length, needed);
}

NTSTATUS NTAPI hook_NtQueryKey(HANDLE key, int class, void *buffer, ULONG length, ULONG *needed)
{
    ULONG ignored;
    key_record *record = session->registry_user.length && class >= KEY_INFO_BASIC && class <= KEY_INFO_CACHED ? key_take(key) : NULL;
    if (!record || key_is_plain(record)) {
        key_let_go(record);
        return real.NtQueryKey(key, class, buffer, length, needed);
    }
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = query(&memory, record, class, buffer, length, needed ? needed : &ignored);
    scratch_release(&memory);
    key_let_go(record);
    return status;
}
