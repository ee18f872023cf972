#include "same.h"

#include <string.h>

enum { LINK = 0x10 }; /* of a key's flags */

bool same_text(regf_text one, regf_text other)
{
    return one.length == other.length && (!one.length || !memcmp(one.units, other.units, one.length * sizeof *one.units));
}

bool same_bytes(regf_bytes one, regf_bytes other)
{
    return one.size == other.size && (!one.size || !memcmp(one.bytes, other.bytes, one.size));
}

bool same_tree(const regf_key *one, const regf_key *other)
{
    bool same = same_text(one->class_name, other->class_name) && !((one->flags ^ other->flags) & LINK)
                && one->value_count == other->value_count && one->key_count == other->key_count;
    for (uint32_t i = 0; same && i < one->value_count; i++) {
        const regf_value *value = &one->values[i], *counterpart = &other->values[i];
        same = value->type == counterpart->type && same_text(value->name, counterpart->name)
               && same_bytes(value->data, counterpart->data);
    }
    for (uint32_t i = 0; same && i < one->key_count; i++)
        same = same_text(one->keys[i]->name, other->keys[i]->name) && same_tree(one->keys[i], other->keys[i]);
    return same;
}
