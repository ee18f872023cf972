/* Names as they are read, and how they are put in the order that a hive has. */
#pragma once

#include "regf.h"

/* A subkey or value that was read, and where the reference to it stands. */
typedef struct {
    regf_text name;
    uint32_t field;
    uint32_t index; /* its turn in the file */
} order_entry;

typedef struct {
    order_entry *entries;
    size_t count, room;
} order;

/* False when there is no memory. */
bool order_add(order *to, regf_text name, uint32_t field);

/*
 * Sorts by name. Of entries with one name each but the first is a double: doubles counts them, and double_at, when it is
 * not NULL, gets the one of them that came first in the file. False when there is no memory.
 */
bool order_settle(order *all, size_t *doubles, order_entry *double_at);
void order_release(order *all);
