/* The buffer may move while it grows, so that the items are offsets until all are there. */
#include "key_values.h"

#include "fold.h"
#include "../common/memory.h"

#include <stdint.h>
#include <stdlib.h>

enum { ROOM_FOR_ONE = 4096 };

static int compare(const void *left, const void *right)
{
    const nt_key_value_full *a = *(nt_key_value_full *const *)left, *b = *(nt_key_value_full *const *)right;
    return fold_compare(a->name, a->name_length / sizeof(WCHAR), b->name, b->name_length / sizeof(WCHAR));
}

static void make_room(key_values *values, size_t needed)
{
    if (values->used + needed <= values->room)
        return;
    values->room = (values->used + needed) * 2;
    values->bytes = memory_grow(values->bytes, values->room);
}

static NTSTATUS read_one(key_values *values, HANDLE key, ULONG index, ULONG *length)
{
    make_room(values, ROOM_FOR_ONE); /* also for what rounding up has used beyond the end */
    for (;;) {
        size_t room = values->room - values->used;
        NTSTATUS status = NtEnumerateValueKey(key, index, KEY_VALUE_FULL, values->bytes + values->used,
                                              room > UINT32_MAX ? UINT32_MAX : (ULONG)room, length);
        if ((status != NT_BUFFER_OVERFLOW && status != NT_BUFFER_TOO_SMALL) || *length <= room)
            return status;
        make_room(values, *length);
    }
}

NTSTATUS key_values_read(key_values *values, HANDLE key)
{
    values->count = values->used = 0;
    for (ULONG index = 0;; index++) {
        ULONG length = 0;
        NTSTATUS status = read_one(values, key, index, &length);
        if (status == NT_NO_MORE_ENTRIES)
            break;
        if (status < 0)
            return status;
        values->items = memory_room(values->items, values->count, &values->capacity, sizeof *values->items);
        values->items[values->count++] = (void *)(uintptr_t)values->used;
        values->used += (length + 7u) & ~(size_t)7;
    }
    for (size_t i = 0; i < values->count; i++)
        values->items[i] = (void *)(values->bytes + (uintptr_t)values->items[i]);
    if (values->count > 1)
        qsort(values->items, values->count, sizeof *values->items, compare);
    return 0;
}
