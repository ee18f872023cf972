/* All values of one key, in the order of their names. */
#pragma once
#include "../common/nt.h"

#include <stddef.h>

typedef struct key_values {
    nt_key_value_full **items;
    size_t count, capacity;
    char *bytes; /* what the items lie in */
    size_t used, room;
} key_values;

/* Reads them anew, whatever their sizes; a value that can't be read any more is not there any more. */
NTSTATUS key_values_read(key_values *values, HANDLE key);
