/* Values: read from both layers, written to the container's. */
#include "hook.h"
#include "key_elsewhere.h"
#include "key_make.h"
#include "key_view.h"
#include "trace.h"

static key_record *layered(HANDLE key)
{
    key_record *record = session->registry_user.length ? key_take(key) : NULL;
    if (record && key_is_plain(record)) {
        key_let_go(record);
        return NULL;
    }
    return record;
}

static void tell(const char *api, const char *operation, key_record *record, key_layer layer, NTSTATUS status)
{
    trace_key(api, operation, key_record_path(record).view, layer, record->mode, status);
}

NTSTATUS NTAPI hook_NtQueryValueKey(HANDLE key, const UNICODE_STRING *name, int class, void *buffer, ULONG length, ULONG *needed)
{
    key_record *record = layered(key);
    ULONG ignored;
    if (!record)
        return real.NtQueryValueKey(key, name, class, buffer, length, needed);
    scratch memory;
    key_layer layer = KEY_LAYER_NONE;
    scratch_begin(&memory);
    NTSTATUS status = record->granted & KEY_QUERY_VALUE
                        ? key_view_value(&memory, record, name, class, buffer, length, needed ? needed : &ignored, &layer)
                        : STATUS_ACCESS_DENIED;
    scratch_release(&memory);
    tell(THIS_API, "value-read", record, layer, status);
    key_let_go(record);
    return status;
}

/* True when the runtime answers a call that changes something: it is not the host's to change. */
static bool changes(HANDLE key, key_record **record)
{
    *record = session->registry_user.length ? key_take(key) : NULL;
    if (*record && (*record)->mode != MODE_HOST)
        return true;
    key_let_go(*record);
    return false;
}

static NTSTATUS set(scratch *in, key_record *record, const UNICODE_STRING *name, ULONG title, ULONG type, const void *data, ULONG size)
{
    HANDLE own;
    if (!(record->granted & KEY_SET_VALUE))
        return STATUS_ACCESS_DENIED;
    if (record->hive == HIVE_NONE)
        return key_refuse_change(key_record_path(record).view);
    if (key_value_is_hidden(type, size))
        return STATUS_ACCESS_DENIED; /* it would be the runtime's */
    NTSTATUS status = key_own_to_write(in, record, &own);
    return status < 0 ? status : real.NtSetValueKey(own, name, title, type, data, size);
}

NTSTATUS NTAPI hook_NtSetValueKey(HANDLE key, const UNICODE_STRING *name, ULONG title, ULONG type, const void *data, ULONG size)
{
    key_record *record;
    scratch memory;
    if (!changes(key, &record))
        return real.NtSetValueKey(key, name, title, type, data, size);
    scratch_begin(&memory);
    NTSTATUS status = set(&memory, record, name, title, type, data, size);
    scratch_release(&memory);
    if (status >= 0)
        key_changed();
    tell(THIS_API, "value-write", record, KEY_LAYER_CONTAINER, status);
    key_let_go(record);
    return status;
}

/* Where the host has the value, too, something has to stand for it. */
static NTSTATUS delete_value(scratch *in, key_record *record, const UNICODE_STRING *name)
{
    value_partial answer;
    ULONG needed;
    key_layers layers;
    key_layer layer;
    HANDLE own;
    if (!(record->granted & KEY_SET_VALUE))
        return STATUS_ACCESS_DENIED;
    if (record->hive == HIVE_NONE)
        return key_refuse_change(key_record_path(record).view);
    NTSTATUS status = key_view_value_alone(in, record, name, VALUE_INFO_PARTIAL, &answer, sizeof answer, &needed, &layer);
    if (status < 0 && status != STATUS_BUFFER_OVERFLOW && status != STATUS_BUFFER_TOO_SMALL)
        return status;
    status = key_own_to_write(in, record, &own);
    if (status >= 0)
        status = key_layers_of(in, record, &layers);
    if (status < 0)
        return status;
    status = layers.host ? real.NtQueryValueKey(layers.host, name, VALUE_INFO_PARTIAL, &answer, sizeof answer, &needed)
                         : STATUS_OBJECT_NAME_NOT_FOUND;
    return status < 0 && status != STATUS_BUFFER_OVERFLOW && status != STATUS_BUFFER_TOO_SMALL
             ? real.NtDeleteValueKey(own, name)
             : real.NtSetValueKey(own, name, 0, VALUE_WHITEOUT, NULL, 0);
}

NTSTATUS NTAPI hook_NtDeleteValueKey(HANDLE key, const UNICODE_STRING *name)
{
    key_record *record;
    scratch memory;
    if (!changes(key, &record))
        return real.NtDeleteValueKey(key, name);
    scratch_begin(&memory);
    NTSTATUS status = delete_value(&memory, record, name);
    scratch_release(&memory);
    if (status >= 0)
        key_changed();
    tell(THIS_API, "value-delete", record, KEY_LAYER_CONTAINER, status);
    key_let_go(record);
    return status;
}

typedef struct {
    scratch *memory;
    key_record *record;
} view_of_key;

static NTSTATUS read_view(void *from, const UNICODE_STRING *name, value_partial *answer, ULONG room, ULONG *needed)
{
    const view_of_key *of = from;
    key_layer layer;
    return key_view_value(of->memory, of->record, name, VALUE_INFO_PARTIAL, answer, room, needed, &layer);
}

/* Each value with its data on eight bytes, as the real call lays them out. */
static NTSTATUS query_several(scratch *in, key_record *record, KEY_VALUE_ENTRY *entries, ULONG count, void *buffer, ULONG room,
                              ULONG *used)
{
    NTSTATUS result = STATUS_SUCCESS;
    view_of_key view = {in, record};
    *used = 0;
    for (ULONG i = 0; i < count; i++) {
        value_partial *answer;
        NTSTATUS status = key_read_whole(in, read_view, &view, entries[i].ValueName, &answer);
        if (status < 0)
            return status;
        *used = (*used + 7) & ~(ULONG)7;
        entries[i].Type = answer->Type;
        entries[i].DataLength = answer->DataLength;
        entries[i].DataOffset = *used;
        if (*used + answer->DataLength <= room)
            __builtin_memcpy((char *)buffer + *used, answer->Data, answer->DataLength);
        else
            result = STATUS_BUFFER_OVERFLOW;
        *used += answer->DataLength;
    }
    return result;
}

NTSTATUS NTAPI hook_NtQueryMultipleValueKey(HANDLE key, KEY_VALUE_ENTRY *entries, ULONG count, void *buffer, ULONG *length,
                                            ULONG *needed)
{
    key_record *record = layered(key);
    ULONG used;
    if (!record)
        return real.NtQueryMultipleValueKey(key, entries, count, buffer, length, needed);
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = record->granted & KEY_QUERY_VALUE
                        ? query_several(&memory, record, entries, count, buffer, *length, &used)
                        : STATUS_ACCESS_DENIED;
    scratch_release(&memory);
    key_let_go(record);
    if (status >= 0 || status == STATUS_BUFFER_OVERFLOW) {
        *length = used < *length ? used : *length;
        if (needed)
            *needed = used;
    }
    return status;
}
