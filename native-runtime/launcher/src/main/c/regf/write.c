/*
 * Makes the bytes of a hive from a tree. Each key's subkeys lie side by side and its values follow it, in the order in
 * which Windows walks them.
 */
#include "write.h"

#include "damage.h"

#include <stdlib.h>

/* What Windows loads no key without: O:BAG:SYD:(A;CI;KA;;;SY)(A;CI;KA;;;BA)(A;CI;KA;;;WD), as Java's SecurityDescriptor. */
static const uint8_t EVERYONE[] = {
    1, 0, 4, 0x80, 0x5c, 0, 0, 0, 0x6c, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 2, 0, 0x48, 0, 3, 0, 0, 0,
    0, 2, 0x14, 0, 0x3f, 0, 0x0f, 0, 1, 1, 0, 0, 0, 0, 0, 5, 0x12, 0, 0, 0,
    0, 2, 0x18, 0, 0x3f, 0, 0x0f, 0, 1, 2, 0, 0, 0, 0, 0, 5, 0x20, 0, 0, 0, 0x20, 2, 0, 0,
    0, 2, 0x14, 0, 0x3f, 0, 0x0f, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0,
    1, 2, 0, 0, 0, 0, 0, 5, 0x20, 0, 0, 0, 0x20, 2, 0, 0, 1, 1, 0, 0, 0, 0, 0, 5, 0x12, 0, 0, 0};
static const regf_bytes OPEN = {EVERYONE, sizeof EVERYONE};

typedef struct {
    space space;
    securities securities;
    placed *waiting; /* a stack */
    size_t count, room;
    uint64_t newest;
} walk;

static bool push(walk *of, placed key)
{
    if (of->count == of->room) {
        size_t room = of->room ? of->room * 2 : 64;
        placed *grown = realloc(of->waiting, room * sizeof *grown);
        if (!grown)
            return damaged(of->space.error, 0, "there is no memory to write a hive");
        of->waiting = grown;
        of->room = room;
    }
    of->waiting[of->count++] = key;
    return true;
}

static bool place(walk *of, const regf_key *key, const placed *parent)
{
    placed made = {.key = key, .parent = (uint32_t)NONE, .inherited = &OPEN, .depth = 1};
    name_utf8 name;
    if (parent) {
        made.depth = parent->depth + 1;
        made.parent = reference_to(parent->at);
        made.inherited = parent->key->security ? parent->key->security : parent->inherited;
    }
    if (made.depth > REGF_DEEPEST)
        return damaged(of->space.error, 0, "the key \"%s\" lies deeper than the 512 levels that Windows loads",
                       to_utf8(&name, key->name));
    uint32_t length = stored_size(key->name);
    if (!space_get(&of->space, NODE_NAME + (uint64_t)length, &made.at))
        return false;
    uint8_t *data = of->space.bytes + made.at;
    data[0] = 'n';
    data[1] = 'k';
    put16(data + NODE_FLAGS, (key->flags & 0xffff) | (parent ? 0 : FLAG_HIVE_ENTRY | FLAG_NO_DELETE)
                                 | (is_latin(key->name) ? FLAG_LATIN_NAME : 0));
    put16(data + NODE_NAME_LENGTH, length);
    put_text(data + NODE_NAME, key->name);
    return push(of, made);
}

static bool write_class(space *in, const regf_key *key, uint32_t at)
{
    uint32_t data, length = 2 * key->class_name.length;
    put32(in->bytes + at + NODE_CLASS, (uint32_t)NONE);
    if (!length)
        return true;
    if (!space_get(in, length, &data))
        return false;
    put_units(in->bytes + data, key->class_name);
    put16(in->bytes + at + NODE_CLASS_LENGTH, length);
    put32(in->bytes + at + NODE_CLASS, reference_to(data));
    return true;
}

static void reverse(placed *from, placed *to)
{
    while (from < to) {
        placed swapped = *from;
        *from++ = *--to;
        *to = swapped;
    }
}

/* They are completed in their order: the stack gets them from the last to the first. */
static bool write_keys(walk *of, placed parent)
{
    const regf_key *key = parent.key;
    uint32_t longest_name = 0, longest_class = 0, list;
    size_t first = of->count;
    for (uint32_t i = 0; i < key->key_count; i++) {
        const regf_key *child = key->keys[i];
        if (!place(of, child, &parent))
            return false;
        longest_name = 2 * child->name.length > longest_name ? 2 * child->name.length : longest_name;
        longest_class = 2 * child->class_name.length > longest_class ? 2 * child->class_name.length : longest_class;
    }
    if (!write_lists(&of->space, of->waiting + first, key->key_count, &list))
        return false;
    reverse(of->waiting + first, of->waiting + of->count);
    uint8_t *data = of->space.bytes + parent.at;
    put32(data + NODE_KEY_COUNT, key->key_count);
    put32(data + NODE_KEYS, list);
    put32(data + NODE_LONGEST_KEY_NAME, (key->flags & FLAGS_OF_VIRTUALIZATION) | longest_name);
    put32(data + NODE_LONGEST_KEY_CLASS, longest_class);
    return true;
}

static bool complete(walk *of, placed node)
{
    const regf_key *key = node.key;
    uint32_t security;
    if (key->written > of->newest)
        of->newest = key->written;
    uint8_t *data = of->space.bytes + node.at;
    put64(data + NODE_WRITTEN, key->written);
    put32(data + NODE_PARENT, node.parent);
    put32(data + NODE_VOLATILE_KEYS, (uint32_t)NONE);
    if (!securities_use(&of->space, &of->securities, key->security ? key->security : node.inherited, &security))
        return false;
    put32(of->space.bytes + node.at + NODE_SECURITY, security);
    return write_class(&of->space, key, node.at) && write_values(&of->space, key, node.at) && write_keys(of, node);
}

uint8_t *regf_write(const regf_key *root, size_t *size, regf_error *error)
{
    walk of = {0};
    bool whole = space_open(&of.space, error) && place(&of, root, NULL);
    uint32_t at = whole ? of.waiting[0].at : 0;
    while (whole && of.count)
        whole = complete(&of, of.waiting[--of.count]);
    if (whole) {
        securities_finish(&of.space, &of.securities);
        *size = space_finish(&of.space, at, of.newest);
    } else {
        free(of.space.bytes);
    }
    securities_release(&of.securities);
    free(of.waiting);
    return whole ? of.space.bytes : NULL;
}
