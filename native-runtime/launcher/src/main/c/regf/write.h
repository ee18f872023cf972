/* The parts of writing a hive; each fills the space's error in when it is false. */
#pragma once

#include "space.h"

/* A key whose cell has its place and its name, and waits for the rest. */
typedef struct {
    const regf_key *key;
    uint32_t at, parent; /* where its data begins; the reference to the key above */
    const regf_bytes *inherited;
    uint32_t depth;
} placed;

/* The values of the key whose node's data begins there. */
bool write_values(space *in, const regf_key *key, uint32_t node);
/* Lists with hashes, and above them a list of lists where one would get too long; list is the reference. */
bool write_lists(space *in, const placed *keys, size_t count, uint32_t *list);

/* The security cells: each descriptor once, counted, in a ring. */
typedef struct {
    const regf_bytes *descriptor;
    uint32_t data, users;
} security_cell;
typedef struct {
    security_cell *cells;
    size_t count, room;
    uint32_t *table; /* by content: indexes from 1 into cells */
    size_t table_room;
} securities;

/* Counts one more user of the descriptor; reference is what its keys refer to it with. */
bool securities_use(space *in, securities *all, const regf_bytes *descriptor, uint32_t *reference);
void securities_finish(space *in, const securities *all);
void securities_release(securities *all);
