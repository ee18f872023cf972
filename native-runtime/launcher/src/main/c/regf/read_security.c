#include "read.h"

#include "damage.h"

#include <stdlib.h>

static security_slot *slot_of(read_securities *known, uint32_t reference)
{
    size_t slot = reference * 0x9e3779b1u & (known->room - 1);
    while (known->slots[slot].descriptor && known->slots[slot].reference != reference)
        slot = (slot + 1) & (known->room - 1);
    return &known->slots[slot];
}

static bool grow(read_securities *known)
{
    read_securities larger = {.count = known->count, .room = known->room ? known->room * 2 : 16};
    larger.slots = calloc(larger.room, sizeof *larger.slots);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < known->room; i++)
        if (known->slots[i].descriptor)
            *slot_of(&larger, known->slots[i].reference) = known->slots[i];
    free(known->slots);
    *known = larger;
    return true;
}

static regf_bytes *read_descriptor(reader *in, uint32_t field)
{
    uint32_t at;
    if (!cells_claim(&in->cells, field, "a security descriptor", SECURITY_HEADER, &at)
        || !cells_expect(&in->cells, at, "sk", "a security descriptor"))
        return NULL;
    uint32_t length = get32(in->cells.bytes + at + SECURITY_LENGTH);
    if (length > cells_capacity(&in->cells, at) - SECURITY_HEADER) {
        damaged(in->cells.error, at + SECURITY_LENGTH, "a security descriptor of %u bytes goes past its cell", length);
        return NULL;
    }
    regf_bytes *descriptor = read_room(in, at, sizeof *descriptor);
    if (descriptor)
        *descriptor = (regf_bytes){in->cells.bytes + at + SECURITY_HEADER, length};
    return descriptor;
}

bool read_security(reader *in, read_securities *known, regf_key *key, uint32_t node)
{
    uint32_t reference = get32(in->cells.bytes + node + NODE_SECURITY);
    if (reference == (uint32_t)NONE)
        return true;
    if (known->count * 2 >= known->room && !grow(known))
        return read_no_memory(in, node);
    security_slot *slot = slot_of(known, reference);
    if (!slot->descriptor) {
        regf_bytes *descriptor = read_descriptor(in, node + NODE_SECURITY);
        if (!descriptor)
            return false;
        *slot = (security_slot){reference, descriptor};
        known->count++;
    }
    key->security = slot->descriptor;
    return true;
}
