/* qsort hands no context on, so that the level that is being sorted is told beside it. */
#include "level.h"

#include "fold.h"
#include "../common/memory.h"
#include "../common/nt.h"

#include <stdlib.h>

static const wchar_t *sorted_units;

static int compare(const void *left, const void *right)
{
    const level_item *a = left, *b = right;
    return fold_compare(sorted_units + a->offset, a->length, sorted_units + b->offset, b->length);
}

level *levels_push(levels *levels, HANDLE handle, size_t path_length)
{
    if (levels->depth == levels->capacity) {
        levels->stack = memory_room(levels->stack, levels->depth, &levels->capacity, sizeof *levels->stack);
        for (size_t i = levels->depth; i < levels->capacity; i++)
            levels->stack[i] = (level){0};
    }
    level *level = &levels->stack[levels->depth++];
    level->handle = handle;
    level->path_length = path_length;
    level->count = level->next = level->used = 0;
    return level;
}

void levels_pop(levels *levels)
{
    NtClose(levels->stack[--levels->depth].handle);
}

level_item *level_add(level *level, const wchar_t *name, size_t length)
{
    if (level->used + length > level->room) {
        level->room = (level->used + length) * 2;
        level->units = memory_grow(level->units, level->room * sizeof *level->units);
    }
    wmemcpy(level->units + level->used, name, length);
    level->items = memory_room(level->items, level->count, &level->capacity, sizeof *level->items);
    level_item *item = &level->items[level->count++];
    *item = (level_item){.offset = level->used, .length = length};
    level->used += length;
    return item;
}

void level_sort(level *level)
{
    sorted_units = level->units;
    if (level->count > 1)
        qsort(level->items, level->count, sizeof *level->items, compare);
}
