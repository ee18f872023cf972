#include "write.h"

#include "damage.h"

#include <string.h>

enum { MOST_SEGMENTS = 0xffff };

static bool write_piece(space *in, const uint8_t *bytes, uint32_t size, uint32_t room, uint32_t *data)
{
    if (!space_get(in, room, data))
        return false;
    memcpy(in->bytes + *data, bytes, size);
    return true;
}

static bool write_segments(space *in, const regf_key *key, const regf_value *value, uint32_t *header)
{
    uint32_t count = value->data.size / SEGMENT + (value->data.size % SEGMENT != 0), list;
    name_utf8 of_value, of_key;
    if (count > MOST_SEGMENTS)
        return damaged(in->error, 0, "the value \"%s\" of the key \"%s\" is too large for a hive: %u bytes",
                       to_utf8(&of_value, value->name), to_utf8(&of_key, key->name), value->data.size);
    if (!space_get(in, BIG_HEADER, header) || !space_get(in, 4 * (uint64_t)count, &list))
        return false;
    in->bytes[*header] = 'd';
    in->bytes[*header + 1] = 'b';
    put16(in->bytes + *header + BIG_COUNT, count);
    put32(in->bytes + *header + BIG_LIST, reference_to(list));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t left = value->data.size - i * SEGMENT, part = left < SEGMENT ? left : SEGMENT, data;
        if (!write_piece(in, value->data.bytes + i * SEGMENT, part, part + 4, &data)) /* Windows leaves four bytes, too */
            return false;
        put32(in->bytes + list + 4 * i, reference_to(data));
    }
    return true;
}

static bool write_data(space *in, const regf_key *key, const regf_value *value, uint32_t at)
{
    uint32_t size = value->data.size, data;
    if (size <= 4) {
        put32(in->bytes + at + VALUE_DATA_SIZE, size | VALUE_INLINE);
        memcpy(in->bytes + at + VALUE_DATA, value->data.bytes, size);
        return true;
    }
    if (size <= SEGMENT ? !write_piece(in, value->data.bytes, size, size, &data) : !write_segments(in, key, value, &data))
        return false;
    put32(in->bytes + at + VALUE_DATA_SIZE, size);
    put32(in->bytes + at + VALUE_DATA, reference_to(data));
    return true;
}

static bool write_value(space *in, const regf_key *key, const regf_value *value, uint32_t *at)
{
    uint32_t length = stored_size(value->name);
    if (!space_get(in, VALUE_NAME + (uint64_t)length, at))
        return false;
    uint8_t *data = in->bytes + *at;
    data[0] = 'v';
    data[1] = 'k';
    put16(data + VALUE_NAME_LENGTH, length);
    put32(data + VALUE_TYPE, value->type);
    put16(data + VALUE_FLAGS, length && is_latin(value->name) ? VALUE_LATIN_NAME : 0);
    put_text(data + VALUE_NAME, value->name);
    return write_data(in, key, value, *at);
}

bool write_values(space *in, const regf_key *key, uint32_t node)
{
    uint32_t list, longest = 0, largest = 0;
    if (!key->value_count) {
        put32(in->bytes + node + NODE_VALUES, (uint32_t)NONE);
        return true;
    }
    if (!space_get(in, 4 * (uint64_t)key->value_count, &list))
        return false;
    for (uint32_t i = 0; i < key->value_count; i++) {
        const regf_value *value = &key->values[i];
        uint32_t at;
        if (!write_value(in, key, value, &at))
            return false;
        put32(in->bytes + list + 4 * i, reference_to(at));
        longest = 2 * value->name.length > longest ? 2 * value->name.length : longest;
        largest = value->data.size > largest ? value->data.size : largest;
    }
    put32(in->bytes + node + NODE_VALUE_COUNT, key->value_count);
    put32(in->bytes + node + NODE_VALUES, reference_to(list));
    put32(in->bytes + node + NODE_LONGEST_VALUE_NAME, longest);
    put32(in->bytes + node + NODE_LARGEST_VALUE, largest);
    return true;
}
