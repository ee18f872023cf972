#include "read.h"

#include "damage.h"

static bool entries(reader *in, uint32_t list, uint32_t width, uint32_t *count)
{
    *count = get16(in->cells.bytes + list + 2);
    uint32_t room = (cells_capacity(&in->cells, list) - LIST_HEADER) / width;
    if (*count > room)
        return damaged(in->cells.error, list + 2, "a list is said to have %u entries, and its cell has room for %u", *count, room);
    return true;
}

static bool visit_leaf(reader *in, uint32_t list, subkey_visitor *visit, void *context, uint32_t *found)
{
    uint32_t width, count;
    if (cells_has(&in->cells, list, "lh") || cells_has(&in->cells, list, "lf"))
        width = 8;
    else if (cells_has(&in->cells, list, "li"))
        width = 4;
    else
        return damaged(in->cells.error, list, "expected a list of subkeys (li, lf or lh), found 0x%04x",
                       get16(in->cells.bytes + list));
    if (!entries(in, list, width, &count))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!visit(context, list + LIST_HEADER + width * i))
            return false;
    *found += count;
    return true;
}

static bool visit_lists(reader *in, uint32_t root, subkey_visitor *visit, void *context, uint32_t *found)
{
    uint32_t lists, leaf;
    if (!entries(in, root, 4, &lists))
        return false;
    for (uint32_t i = 0; i < lists; i++)
        if (!cells_claim(&in->cells, root + LIST_HEADER + 4 * i, "a list of subkeys", LIST_HEADER, &leaf)
            || !visit_leaf(in, leaf, visit, context, found))
            return false;
    return true;
}

bool read_lists(reader *in, uint32_t node, subkey_visitor *visit, void *context)
{
    uint32_t count = get32(in->cells.bytes + node + NODE_KEY_COUNT), found = 0, list;
    if (!count)
        return true;
    if (!cells_claim(&in->cells, node + NODE_KEYS, "a list of subkeys", LIST_HEADER, &list))
        return false;
    if (!(cells_has(&in->cells, list, "ri") ? visit_lists : visit_leaf)(in, list, visit, context, &found))
        return false;
    if (found != count)
        return damaged(in->cells.error, node + NODE_KEY_COUNT, "the key is said to have %u subkeys, and its lists have %u", count,
                       found);
    return true;
}
