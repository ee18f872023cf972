#include "arena.h"

#include <stdlib.h>

enum { BLOCK = 1 << 16, ALIGNMENT = 16 };

struct arena_block {
    arena_block *next;
    size_t used, room;
    _Alignas(ALIGNMENT) char bytes[];
};

void *arena_get(arena *from, size_t bytes)
{
    arena_block *block = from->first;
    size_t size = (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size < bytes)
        return NULL;
    if (!block || block->room - block->used < size) {
        size_t room = size > BLOCK / 4 ? size : BLOCK;
        arena_block *added = room <= (size_t)-1 - sizeof *added ? malloc(sizeof *added + room) : NULL;
        if (!added)
            return NULL;
        added->used = 0;
        added->room = room;
        if (block && room != BLOCK) { /* a large piece of its own leaves the block in use where it is */
            added->next = block->next;
            block->next = added;
        } else {
            added->next = block;
            from->first = added;
        }
        block = added;
    }
    void *piece = block->bytes + block->used;
    block->used += size;
    return piece;
}

void arena_release(arena *all)
{
    while (all->first) {
        arena_block *next = all->first->next;
        free(all->first);
        all->first = next;
    }
}
