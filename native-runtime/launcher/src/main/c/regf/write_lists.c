#include "write.h"

#include "damage.h"
#include "upcase.h"

/* MOST: how many entries fit into a bin of one page, as many as Windows itself puts into one list. */
enum { MOST = 507, MOST_LISTS = 0xffff };

/* Suhanov, "Hash leaf": Windows skips what has another hash, so a wrong one hides the key. */
static uint32_t hash(regf_text name)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < name.length; i++)
        sum = 37 * sum + upcase(name.units[i]);
    return sum;
}

static bool write_leaf(space *in, const placed *keys, size_t count, uint32_t *list)
{
    uint32_t leaf;
    if (!space_get(in, LIST_HEADER + 8 * count, &leaf))
        return false;
    uint8_t *data = in->bytes + leaf;
    data[0] = 'l';
    data[1] = 'h';
    put16(data + 2, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        put32(data + LIST_HEADER + 8 * i, reference_to(keys[i].at));
        put32(data + LIST_HEADER + 8 * i + 4, hash(keys[i].key->name));
    }
    *list = reference_to(leaf);
    return true;
}

bool write_lists(space *in, const placed *keys, size_t count, uint32_t *list)
{
    uint32_t root, leaf;
    *list = (uint32_t)NONE;
    if (!count)
        return true;
    if (count <= MOST)
        return write_leaf(in, keys, count, list);
    size_t lists = (count + MOST - 1) / MOST;
    if (lists > MOST_LISTS)
        return damaged(in->error, 0, "a key has too many subkeys for a hive: %llu", (unsigned long long)count);
    if (!space_get(in, LIST_HEADER + 4 * lists, &root))
        return false;
    in->bytes[root] = 'r';
    in->bytes[root + 1] = 'i';
    put16(in->bytes + root + 2, (uint32_t)lists);
    for (size_t i = 0; i < lists; i++) {
        if (!write_leaf(in, keys + i * MOST, count - i * MOST < MOST ? count - i * MOST : MOST, &leaf))
            return false;
        put32(in->bytes + root + LIST_HEADER + 4 * i, leaf);
    }
    *list = reference_to(root);
    return true;
}
