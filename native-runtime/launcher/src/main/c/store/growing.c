#include "growing.h"

#include "../common/failure.h"

#include <string.h>

void *growing_memory(regf_tree *tree, size_t bytes)
{
    void *memory = arena_get(&tree->memory, bytes);
    if (!memory)
        fail(ERROR_NOT_ENOUGH_MEMORY, L"There is no memory for the container's registry");
    return memory;
}

regf_text growing_text(regf_tree *tree, const uint16_t *units, size_t length)
{
    uint16_t *copy = growing_memory(tree, (length ? length : 1) * sizeof *copy);
    memcpy(copy, units, length * sizeof *copy);
    return (regf_text){copy, (uint32_t)length};
}

static void *room_for_one(regf_tree *tree, void *array, uint32_t count, uint32_t *room, size_t item)
{
    if (count < *room)
        return array;
    *room = *room ? *room * 2 : 4;
    void *larger = growing_memory(tree, *room * item);
    if (count)
        memcpy(larger, array, count * item);
    return larger;
}

growing_key *growing_root(regf_tree *tree)
{
    growing_key *root = growing_memory(tree, sizeof *root);
    *root = (growing_key){0};
    tree->root = &root->key;
    return root;
}

growing_key *growing_child(regf_tree *tree, growing_key *of, regf_text name)
{
    regf_key *newest = of->key.key_count ? of->key.keys[of->key.key_count - 1] : NULL;
    if (newest && newest->name.length == name.length && !memcmp(newest->name.units, name.units, name.length * sizeof *name.units))
        return (growing_key *)newest;
    growing_key *child = growing_memory(tree, sizeof *child);
    *child = (growing_key){.key.name = growing_text(tree, name.units, name.length)};
    of->key.keys = room_for_one(tree, of->key.keys, of->key.key_count, &of->key_room, sizeof *of->key.keys);
    of->key.keys[of->key.key_count++] = &child->key;
    return child;
}

regf_value *growing_value(regf_tree *tree, growing_key *of, regf_text name)
{
    of->key.values = room_for_one(tree, of->key.values, of->key.value_count, &of->value_room, sizeof *of->key.values);
    regf_value *value = &of->key.values[of->key.value_count++];
    *value = (regf_value){.name = growing_text(tree, name.units, name.length), .data = {(const uint8_t *)"", 0}};
    return value;
}

static uint32_t settle(regf_tree *tree, regf_key *key)
{
    uint32_t gone = 0, doubles = 0;
    uint64_t newest = 0;
    for (uint32_t i = 0; i < key->key_count; i++) {
        gone += settle(tree, key->keys[i]);
        newest = key->keys[i]->written > newest ? key->keys[i]->written : newest;
    }
    if (!key->written)
        key->written = newest;
    if (!regf_settle(key, &tree->memory, &doubles))
        fail(ERROR_NOT_ENOUGH_MEMORY, L"There is no memory for the container's registry");
    return gone + doubles;
}

uint32_t growing_settle(regf_tree *tree)
{
    return settle(tree, tree->root);
}
