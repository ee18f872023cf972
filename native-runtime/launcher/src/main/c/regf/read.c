/* Works through a stack of its own, so that the depth of a tree costs no call frames. */
#include "read.h"

#include "base_block.h"
#include "damage.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    regf_key *key;
    uint32_t at, depth; /* where the node's data begins */
} node;

typedef struct {
    reader in;
    node *waiting;
    size_t count, room;
    read_securities securities;
} walk;

bool read_no_memory(reader *in, uint32_t at)
{
    return damaged(in->cells.error, at, "there is no memory for the hive's tree");
}

void *read_room(reader *in, uint32_t at, size_t bytes)
{
    void *room = arena_get(&in->tree->memory, bytes);
    if (!room)
        read_no_memory(in, at);
    return room;
}

bool read_text(reader *in, uint32_t at, uint32_t bytes, bool latin, regf_text *text)
{
    uint32_t length = latin ? bytes : bytes / 2;
    uint16_t *units = read_room(in, at, length * sizeof *units);
    if (!units)
        return false;
    const uint8_t *from = in->cells.bytes + at;
    for (uint32_t i = 0; i < length; i++)
        units[i] = latin ? from[i] : get16(from + 2 * i);
    *text = (regf_text){units, length};
    return true;
}

static bool is_name(regf_text name, bool root)
{
    for (uint32_t i = 0; i < name.length; i++)
        if (name.units[i] == '\\')
            return false;
    return (name.length || root) && name.length <= REGF_LONGEST_NAME;
}

static bool read_node(reader *in, uint32_t field, uint32_t depth, node *result)
{
    uint32_t at;
    if (!cells_claim(&in->cells, field, "a key", NODE_NAME, &at) || !cells_expect(&in->cells, at, "nk", "a key"))
        return false;
    const uint8_t *data = in->cells.bytes + at;
    uint32_t length = get16(data + NODE_NAME_LENGTH), flags = get16(data + NODE_FLAGS);
    if (length > cells_capacity(&in->cells, at) - NODE_NAME)
        return damaged(in->cells.error, at + NODE_NAME_LENGTH, "a key's name of %u bytes goes past its cell", length);
    regf_key *key = read_room(in, at, sizeof *key);
    if (!key)
        return false;
    *key = (regf_key){.written = get64(data + NODE_WRITTEN),
                      .flags = (flags & ~(uint32_t)FLAGS_OF_STORAGE)
                               | (get32(data + NODE_LONGEST_KEY_NAME) & FLAGS_OF_VIRTUALIZATION)};
    if (!read_text(in, at + NODE_NAME, length, flags & FLAG_LATIN_NAME, &key->name))
        return false;
    if (!is_name(key->name, depth == 1))
        return damaged(in->cells.error, at + NODE_NAME, "expected a key's name: 1 to 256 characters and no back slash");
    *result = (node){key, at, depth};
    return true;
}

static bool read_class(reader *in, regf_key *key, uint32_t at)
{
    uint32_t length = get16(in->cells.bytes + at + NODE_CLASS_LENGTH), data;
    char what[40];
    if (!length || get32(in->cells.bytes + at + NODE_CLASS) == (uint32_t)NONE)
        return true;
    snprintf(what, sizeof what, "a key's class of %u bytes", length);
    return cells_claim(&in->cells, at + NODE_CLASS, what, length, &data) && read_text(in, data, length, false, &key->class_name);
}

/* The subkeys of one key, in the file's order. */
typedef struct {
    walk *of;
    order names;
    uint32_t depth;
    size_t first; /* in waiting */
} children;

static bool add_child(void *context, uint32_t field)
{
    children *to = context;
    walk *of = to->of;
    if (of->count == of->room) {
        size_t room = of->room ? of->room * 2 : 64;
        node *grown = realloc(of->waiting, room * sizeof *grown);
        if (!grown)
            return read_no_memory(&of->in, field);
        of->waiting = grown;
        of->room = room;
    }
    node child;
    if (!read_node(&of->in, field, to->depth, &child))
        return false;
    if (to->depth > REGF_DEEPEST)
        return damaged(of->in.cells.error, field, "keys lie deeper than 512 levels");
    if (!order_add(&to->names, child.key->name, field))
        return read_no_memory(&of->in, field);
    of->waiting[of->count++] = child;
    return true;
}

static bool settle(children *of, regf_key *key, bool whole)
{
    reader *in = &of->of->in;
    size_t doubles;
    order_entry second;
    name_utf8 parent, child;
    if (!order_settle(&of->names, &doubles, &second))
        return read_no_memory(in, 0);
    if (doubles)
        return damaged(in->cells.error, second.field, "the key \"%s\" has two subkeys named \"%s\"", to_utf8(&parent, key->name),
                       to_utf8(&child, second.name));
    if (!whole || !of->names.count)
        return whole;
    key->keys = read_room(in, 0, of->names.count * sizeof *key->keys);
    if (!key->keys)
        return false;
    key->key_count = (uint32_t)of->names.count;
    for (uint32_t i = 0; i < key->key_count; i++)
        key->keys[i] = of->of->waiting[of->first + of->names.entries[i].index].key;
    return true;
}

static bool complete(walk *of, node parent)
{
    if (!read_class(&of->in, parent.key, parent.at) || !read_security(&of->in, &of->securities, parent.key, parent.at)
        || !read_values(&of->in, parent.key, parent.at))
        return false;
    children below = {of, {0}, parent.depth + 1, of->count};
    bool whole = read_lists(&of->in, parent.at, add_child, &below);
    whole = settle(&below, parent.key, whole);
    order_release(&below.names);
    return whole;
}

static bool read_tree(walk *of)
{
    children root = {of, {0}, 1, 0};
    bool whole = add_child(&root, BASE_ROOT);
    order_release(&root.names);
    if (!whole)
        return false;
    of->in.tree->root = of->waiting[0].key;
    while (whole && of->count)
        whole = complete(of, of->waiting[--of->count]);
    return whole;
}

bool regf_read(const uint8_t *bytes, size_t size, regf_tree *tree, regf_error *error)
{
    base_block base;
    *tree = (regf_tree){0};
    if (!base_block_read(bytes, size, &base, error))
        return false;
    tree->unclean = base.unclean;
    tree->wrong_checksum = base.wrong_checksum;
    walk of = {.in = {.tree = tree, .minor_version = base.minor_version}};
    bool whole = cells_open(&of.in.cells, bytes, base.data_size, error) && read_tree(&of);
    cells_release(&of.in.cells);
    free(of.waiting);
    free(of.securities.slots);
    if (!whole)
        regf_release(tree);
    return whole;
}

void regf_release(regf_tree *tree)
{
    arena_release(&tree->memory);
    tree->root = NULL;
}
