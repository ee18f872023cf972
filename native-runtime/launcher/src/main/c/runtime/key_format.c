#include "key_format.h"

#include <string.h>

static void raise_to(ULONG *highest, size_t value)
{
    if (value > *highest)
        *highest = (ULONG)value;
}

void key_facts_add(key_facts *to, const key_listing *listing, key_kind kind)
{
    *(kind == KEY_SUBKEYS ? &to->subkeys : &to->values) = (ULONG)listing->count;
    for (size_t i = 0; i < listing->count; i++) {
        const key_item *item = &listing->items[i];
        raise_to(kind == KEY_SUBKEYS ? &to->longest_name : &to->longest_value, item->name.length * sizeof(WCHAR));
        raise_to(&to->longest_class, item->class.length * sizeof(WCHAR));
        raise_to(&to->longest_data, item->size);
    }
}

/* A part of fixed size, then texts: what does not fit is cut off. */
static NTSTATUS emit(const void *fixed, size_t size, text first, text second, void *buffer, ULONG length, ULONG *needed)
{
    *needed = (ULONG)(size + (first.length + second.length) * sizeof(WCHAR));
    if (length < size)
        return STATUS_BUFFER_TOO_SMALL;
    memcpy(buffer, fixed, size);
    const text parts[] = {first, second};
    size_t at = size;
    for (int i = 0; i < 2; i++) {
        size_t bytes = parts[i].length * sizeof(WCHAR), room = length - at;
        size_t copied = bytes < room ? bytes : room;
        memcpy((char *)buffer + at, parts[i].at, copied);
        at += copied;
    }
    return length < *needed ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS key_format(int class, const key_facts *from, void *buffer, ULONG length, ULONG *needed)
{
    static const text NOTHING = {L"", 0};
    ULONG name = (ULONG)(from->name.length * sizeof(WCHAR)), class_length = (ULONG)(from->class.length * sizeof(WCHAR));
    switch (class) {
    case KEY_INFO_BASIC: {
        key_basic fixed = {.LastWriteTime = from->written, .NameLength = name};
        return emit(&fixed, offsetof(key_basic, Name), from->name, NOTHING, buffer, length, needed);
    }
    case KEY_INFO_NODE: {
        key_node fixed = {.LastWriteTime = from->written, .ClassLength = class_length, .NameLength = name,
                          .ClassOffset = class_length ? (ULONG)offsetof(key_node, Name) + name : (ULONG)-1};
        return emit(&fixed, offsetof(key_node, Name), from->name, from->class, buffer, length, needed);
    }
    case KEY_INFO_FULL: {
        key_full fixed = {.LastWriteTime = from->written, .ClassLength = class_length, .SubKeys = from->subkeys,
                          .ClassOffset = class_length ? (ULONG)offsetof(key_full, Class) : (ULONG)-1,
                          .MaxNameLen = from->longest_name, .MaxClassLen = from->longest_class, .Values = from->values,
                          .MaxValueNameLen = from->longest_value, .MaxValueDataLen = from->longest_data};
        return emit(&fixed, offsetof(key_full, Class), from->class, NOTHING, buffer, length, needed);
    }
    default: {
        key_cached fixed = {.LastWriteTime = from->written, .SubKeys = from->subkeys, .MaxNameLen = from->longest_name,
                            .Values = from->values, .MaxValueNameLen = from->longest_value,
                            .MaxValueDataLen = from->longest_data, .NameLength = name};
        return emit(&fixed, sizeof fixed, NOTHING, NOTHING, buffer, length, needed);
    }
    }
}
