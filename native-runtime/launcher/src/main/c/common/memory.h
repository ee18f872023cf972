/* Memory that is there or ends the program: running out of it is never handled any other way here. */
#pragma once
#include <stddef.h>

void *memory_get(size_t bytes);

/* Grows what memory_get or memory_grow gave; `old` may be NULL. */
void *memory_grow(void *old, size_t bytes);

void memory_free(void *memory);

/* Makes room for one more item in a growing array and returns the array, which may have moved. */
void *memory_room(void *array, size_t used, size_t *capacity, size_t item);
