/* Where answers about an open file have what the runtime sets: of a link, of the file's id, of the volume that it is on. */
#pragma once

#include "nt.h"

#include <stdbool.h>
#include <string.h>

enum { NOWHERE = ~0u };

/* In bytes, or NOWHERE; attributes and tag are of 32 bits, the others of 64. */
typedef struct {
    int class; /* FILE_INFORMATION_CLASS */
    ULONG attributes, tag;
    ULONG id, wide_id, volume; /* a wide id's lower half is the id */
} answer_shape;

/* NULL: such answers have nothing of it. */
const answer_shape *answer_shape_of(FILE_INFORMATION_CLASS class);

static inline bool answer_has(ULONG at, ULONG size, ULONG length)
{
    return at != NOWHERE && length >= size && at <= length - size;
}

/* Sets nothing where the answer ends before. */
static inline void answer_set(void *answer, ULONG length, ULONG at, const void *value, ULONG size)
{
    if (answer_has(at, size, length))
        memcpy((char *)answer + at, value, size);
}
