/* Memory that is given back all at once. */
#pragma once

#include <stddef.h>

typedef struct arena_block arena_block;
typedef struct {
    arena_block *first;
} arena;

/* Aligned for anything; NULL when there is no more. */
void *arena_get(arena *from, size_t bytes);
void arena_release(arena *all);
