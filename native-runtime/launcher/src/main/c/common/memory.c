/* The C library's heap, with one word said when it is empty. */
#include "memory.h"

#include "failure.h"

#include <stdint.h>
#include <stdlib.h>

void *memory_get(size_t bytes)
{
    return memory_grow(NULL, bytes);
}

void *memory_grow(void *old, size_t bytes)
{
    void *memory = realloc(old, bytes ? bytes : 1);
    if (!memory)
        fail(ERROR_NOT_ENOUGH_MEMORY, L"No memory for %lu more bytes", (unsigned long)bytes);
    return memory;
}

void memory_free(void *memory)
{
    free(memory);
}

void *memory_room(void *array, size_t used, size_t *capacity, size_t item)
{
    if (used < *capacity)
        return array;
    size_t larger = *capacity ? *capacity * 2 : 16;
    if (larger > SIZE_MAX / item)
        fail(ERROR_NOT_ENOUGH_MEMORY, L"No memory for %lu items", (unsigned long)larger);
    *capacity = larger;
    return memory_grow(array, larger * item);
}
