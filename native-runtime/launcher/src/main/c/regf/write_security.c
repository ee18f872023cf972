#include "write.h"

#include "damage.h"

#include <stdlib.h>
#include <string.h>

static bool same(const regf_bytes *one, const regf_bytes *other)
{
    return one == other || (one->size == other->size && !memcmp(one->bytes, other->bytes, one->size));
}

static uint32_t hash(const regf_bytes *descriptor)
{
    uint32_t sum = 0x811c9dc5;
    for (uint32_t i = 0; i < descriptor->size; i++)
        sum = (sum ^ descriptor->bytes[i]) * 0x01000193;
    return sum;
}

static uint32_t *slot_of(const securities *all, const regf_bytes *descriptor)
{
    size_t slot = hash(descriptor) & (all->table_room - 1);
    while (all->table[slot] && !same(all->cells[all->table[slot] - 1].descriptor, descriptor))
        slot = (slot + 1) & (all->table_room - 1);
    return &all->table[slot];
}

static bool grow(securities *all)
{
    size_t room = all->room ? all->room * 2 : 16;
    security_cell *cells = realloc(all->cells, room * sizeof *cells);
    if (!cells)
        return false;
    all->cells = cells;
    all->room = room;
    free(all->table);
    all->table_room = room * 2;
    all->table = calloc(all->table_room, sizeof *all->table);
    if (!all->table)
        return false;
    for (size_t i = 0; i < all->count; i++)
        *slot_of(all, cells[i].descriptor) = (uint32_t)i + 1;
    return true;
}

bool securities_use(space *in, securities *all, const regf_bytes *descriptor, uint32_t *reference)
{
    if (all->count == all->room && !grow(all))
        return damaged(in->error, 0, "there is no memory to write a hive");
    uint32_t *slot = slot_of(all, descriptor);
    if (!*slot) {
        uint32_t data;
        if (!space_get(in, SECURITY_HEADER + (uint64_t)descriptor->size, &data))
            return false;
        in->bytes[data] = 's';
        in->bytes[data + 1] = 'k';
        put32(in->bytes + data + SECURITY_LENGTH, descriptor->size);
        memcpy(in->bytes + data + SECURITY_HEADER, descriptor->bytes, descriptor->size);
        all->cells[all->count++] = (security_cell){descriptor, data, 0};
        *slot = (uint32_t)all->count;
    }
    security_cell *cell = &all->cells[*slot - 1];
    cell->users++;
    *reference = reference_to(cell->data);
    return true;
}

void securities_finish(space *in, const securities *all)
{
    for (size_t i = 0; i < all->count; i++) {
        uint8_t *data = in->bytes + all->cells[i].data;
        put32(data + SECURITY_NEXT, reference_to(all->cells[(i + 1) % all->count].data));
        put32(data + SECURITY_BEFORE, reference_to(all->cells[(i + all->count - 1) % all->count].data));
        put32(data + SECURITY_USERS, all->cells[i].users);
    }
}

void securities_release(securities *all)
{
    free(all->cells);
    free(all->table);
}
