#include "regf.h"

#include "order.h"

#include <stdlib.h>

bool regf_empty(regf_tree *tree)
{
    static const uint16_t ROOT[] = {'R', 'O', 'O', 'T'};
    *tree = (regf_tree){0};
    tree->root = arena_get(&tree->memory, sizeof *tree->root);
    if (tree->root)
        *tree->root = (regf_key){.name = {ROOT, 4}};
    return tree->root != NULL;
}

static bool settle_keys(regf_key *key, arena *memory, size_t *doubles)
{
    order names = {0};
    bool whole = true;
    for (uint32_t i = 0; whole && i < key->key_count; i++)
        whole = order_add(&names, key->keys[i]->name, 0);
    whole = whole && order_settle(&names, doubles, NULL);
    regf_key **keys = whole ? arena_get(memory, names.count * sizeof *keys) : NULL;
    for (size_t i = 0; keys && i < names.count; i++)
        keys[i] = key->keys[names.entries[i].index];
    if (keys) {
        key->keys = keys;
        key->key_count = (uint32_t)names.count;
    }
    order_release(&names);
    return keys != NULL;
}

static bool settle_values(regf_key *key, arena *memory, size_t *doubles)
{
    order names = {0};
    bool whole = true;
    for (uint32_t i = 0; whole && i < key->value_count; i++)
        whole = order_add(&names, key->values[i].name, 0);
    whole = whole && order_settle(&names, doubles, NULL);
    regf_value *values = whole ? arena_get(memory, names.count * sizeof *values) : NULL;
    for (size_t i = 0; values && i < names.count; i++)
        values[i] = key->values[names.entries[i].index];
    if (values) {
        key->values = values;
        key->value_count = (uint32_t)names.count;
    }
    order_release(&names);
    return values != NULL;
}

bool regf_settle(regf_key *key, arena *memory, uint32_t *doubles)
{
    size_t keys = 0, values = 0;
    if (!settle_keys(key, memory, &keys) || !settle_values(key, memory, &values))
        return false;
    *doubles = (uint32_t)(keys + values);
    return true;
}

regf_key *regf_find_key(const regf_key *in, regf_text name)
{
    uint32_t low = 0, high = in->key_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int difference = regf_compare(in->keys[middle]->name, name);
        if (!difference)
            return in->keys[middle];
        if (difference < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const regf_value *regf_find_value(const regf_key *in, regf_text name)
{
    uint32_t low = 0, high = in->value_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int difference = regf_compare(in->values[middle].name, name);
        if (!difference)
            return &in->values[middle];
        if (difference < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
