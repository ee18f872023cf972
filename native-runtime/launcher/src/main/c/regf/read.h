/* The parts of reading a hive; each fills the reader's error in when it is false. */
#pragma once

#include "cells.h"
#include "order.h"

typedef struct {
    cells cells;
    regf_tree *tree;
    uint32_t minor_version;
} reader;

bool read_no_memory(reader *in, uint32_t at);
/* A text of so many bytes: one for each unit (latin), or two; an odd last byte is left out. */
bool read_text(reader *in, uint32_t at, uint32_t bytes, bool latin, regf_text *text);
/* A piece of the tree's memory. */
void *read_room(reader *in, uint32_t at, size_t bytes);

/* All values of the key whose node's data begins there. */
bool read_values(reader *in, regf_key *key, uint32_t node);

/* The descriptors that were read, by the references to them: keys share them. A table with open addressing. */
typedef struct {
    uint32_t reference;
    regf_bytes *descriptor;
} security_slot;
typedef struct {
    security_slot *slots;
    size_t count, room;
} read_securities;
bool read_security(reader *in, read_securities *known, regf_key *key, uint32_t node);

/* Is given the place of one reference to a subkey after another. */
typedef bool subkey_visitor(void *context, uint32_t field);
/* Lists in all their kinds: li, lf, lh, and the ri that lists other lists. */
bool read_lists(reader *in, uint32_t node, subkey_visitor *visit, void *context);
