/* A tree of keys that grows while it is read from somewhere else than a hive. Its memory is the tree's. */
#pragma once

#include "../regf/regf.h"

typedef struct {
    regf_key key; /* first: a regf_key of such a tree is one of these */
    uint32_t key_room, value_room;
} growing_key;

/* A root of no name. The program ends when there is no memory. */
growing_key *growing_root(regf_tree *tree);
/* The newest subkey when it has this very name, else a new one. */
growing_key *growing_child(regf_tree *tree, growing_key *of, regf_text name);
regf_value *growing_value(regf_tree *tree, growing_key *of, regf_text name);
/*
 * Puts all keys in a hive's order, and gives those without a time (nobody kept it) the newest of what is below them. Says
 * how many keys and values go because a hive holds their names to be others'.
 */
uint32_t growing_settle(regf_tree *tree);

void *growing_memory(regf_tree *tree, size_t bytes);
regf_text growing_text(regf_tree *tree, const uint16_t *units, size_t length);
