/* One key or folder on the way down, with the names that it holds in order; its memory serves the next one as well. */
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <windows.h>

typedef struct level_item {
    size_t offset; /* of the name among the level's units */
    size_t length;
    uint64_t written; /* FILETIME */
    uint64_t size;
    DWORD attributes, reparse_tag;
} level_item;

typedef struct level {
    HANDLE handle;
    size_t path_length; /* of the path that leads here */
    level_item *items;
    size_t count, capacity, next;
    wchar_t *units;
    size_t used, room;
} level;

/* The way down from the root: the last level is the deepest. */
typedef struct levels {
    level *stack;
    size_t depth, capacity;
} levels;

/* Goes one level down; the new level is empty and is valid until the next call. */
level *levels_push(levels *levels, HANDLE handle, size_t path_length);

/* Closes the deepest level's handle and leaves it. */
void levels_pop(levels *levels);

level_item *level_add(level *level, const wchar_t *name, size_t length);
void level_sort(level *level);

static inline const wchar_t *level_name(const level *level, const level_item *item)
{
    return level->units + item->offset;
}
