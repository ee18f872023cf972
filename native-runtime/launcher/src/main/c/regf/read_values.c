#include "read.h"

#include "damage.h"

#include <stdio.h>
#include <string.h>

static bool read_segments(reader *in, uint32_t header, uint32_t length, uint32_t value, regf_bytes *data)
{
    uint32_t count = get16(in->cells.bytes + header + BIG_COUNT), list;
    if ((uint64_t)count * SEGMENT < length)
        return damaged(in->cells.error, value + VALUE_DATA_SIZE,
                       "a value is said to have %u bytes of data in %u segments of 16344", length, count);
    if (!cells_claim(&in->cells, header + BIG_LIST, "a list of segments", 4 * count, &list))
        return false;
    uint8_t *whole = read_room(in, value, length);
    if (!whole)
        return false;
    for (uint32_t done = 0, field = list; done < length; field += 4) {
        uint32_t part = length - done < SEGMENT ? length - done : SEGMENT, segment;
        char what[40];
        snprintf(what, sizeof what, "a segment of %u bytes", part);
        if (!cells_claim(&in->cells, field, what, part, &segment))
            return false;
        memcpy(whole + done, in->cells.bytes + segment, part);
        done += part;
    }
    *data = (regf_bytes){whole, length};
    return true;
}

static bool read_data(reader *in, uint32_t value, regf_bytes *data)
{
    uint32_t size = get32(in->cells.bytes + value + VALUE_DATA_SIZE), length = size & ~VALUE_INLINE, at;
    *data = (regf_bytes){(const uint8_t *)"", 0};
    if (!length)
        return true;
    if (size & VALUE_INLINE) {
        if (length > 4)
            return damaged(in->cells.error, value + VALUE_DATA_SIZE,
                           "data that stands in its reference has at most 4 bytes, found %u", length);
        *data = (regf_bytes){in->cells.bytes + value + VALUE_DATA, length};
        return true;
    }
    if (!cells_claim(&in->cells, value + VALUE_DATA, "a value's data", 1, &at))
        return false;
    if (length <= cells_capacity(&in->cells, at)) {
        *data = (regf_bytes){in->cells.bytes + at, length};
        return true;
    }
    if (in->minor_version >= 4 && length > SEGMENT && cells_has(&in->cells, at, "db"))
        return read_segments(in, at, length, value, data);
    return damaged(in->cells.error, value + VALUE_DATA_SIZE,
                   "a value is said to have %u bytes of data, and their cell has room for %u", length,
                   cells_capacity(&in->cells, at));
}

static bool read_value(reader *in, uint32_t field, regf_value *result)
{
    uint32_t value;
    if (!cells_claim(&in->cells, field, "a value", VALUE_NAME, &value) || !cells_expect(&in->cells, value, "vk", "a value"))
        return false;
    uint32_t length = get16(in->cells.bytes + value + VALUE_NAME_LENGTH);
    if (length > cells_capacity(&in->cells, value) - VALUE_NAME)
        return damaged(in->cells.error, value + VALUE_NAME_LENGTH, "a value's name of %u bytes goes past its cell", length);
    bool latin = get16(in->cells.bytes + value + VALUE_FLAGS) & VALUE_LATIN_NAME;
    if ((latin ? length : length / 2) > REGF_LONGEST_VALUE_NAME)
        return damaged(in->cells.error, value + VALUE_NAME_LENGTH, "a value's name is longer than 16,383 characters");
    result->type = get32(in->cells.bytes + value + VALUE_TYPE);
    return read_text(in, value + VALUE_NAME, length, latin, &result->name) && read_data(in, value, &result->data);
}

/* An entry that has the name of an earlier one is told before whatever came after it in the file. */
static bool settle(reader *in, regf_key *key, order *names, uint32_t node, bool whole)
{
    size_t doubles;
    order_entry second;
    name_utf8 of_key, of_value;
    if (!order_settle(names, &doubles, &second))
        return read_no_memory(in, node);
    if (doubles)
        return damaged(in->cells.error, second.field, "the key \"%s\" has two values named \"%s\"", to_utf8(&of_key, key->name),
                       to_utf8(&of_value, second.name));
    return whole;
}

static bool in_order(reader *in, regf_key *key, const regf_value *read, const order *names, uint32_t node)
{
    key->values = read_room(in, node, names->count * sizeof *key->values);
    if (!key->values)
        return false;
    for (size_t i = 0; i < names->count; i++)
        key->values[i] = read[names->entries[i].index];
    key->value_count = (uint32_t)names->count;
    return true;
}

bool read_values(reader *in, regf_key *key, uint32_t node)
{
    uint32_t count = get32(in->cells.bytes + node + NODE_VALUE_COUNT), list;
    if (!count)
        return true;
    if (!cells_claim(&in->cells, node + NODE_VALUES, "a list of values", 4, &list))
        return false;
    uint32_t room = cells_capacity(&in->cells, list) / 4;
    name_utf8 name;
    if (count > room)
        return damaged(in->cells.error, node + NODE_VALUE_COUNT,
                       "the key \"%s\" is said to have %u values, and their list has room for %u", to_utf8(&name, key->name), count,
                       room);
    order names = {0};
    regf_value *read = read_room(in, node, count * sizeof *read);
    bool whole = read != NULL;
    for (uint32_t i = 0; whole && i < count; i++) {
        whole = read_value(in, list + 4 * i, &read[i]);
        if (whole && !order_add(&names, read[i].name, list + 4 * i))
            whole = read_no_memory(in, node);
    }
    whole = settle(in, key, &names, node, whole) && in_order(in, key, read, &names, node);
    order_release(&names);
    return whole;
}
