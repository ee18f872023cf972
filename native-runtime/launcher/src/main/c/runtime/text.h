/* Counted UTF-16 text, and the memory that one call needs for it. */
#pragma once

#include "nt.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const wchar_t *at;
    size_t length;
} text;

#define TEXT_OF(literal) ((text){L"" literal, sizeof(L"" literal) / sizeof(wchar_t) - 1})

/* Memory for the length of one call: what fits lies in it, the rest on the heap. begin it, and release it at the end. */
typedef struct scratch_block scratch_block;
typedef struct {
    size_t used;
    scratch_block *more;
    wchar_t room[640];
} scratch;

static inline void scratch_begin(scratch *memory)
{
    memory->used = 0; /* the room itself is left as it is: clearing it would cost more than most calls */
    memory->more = NULL;
}

void *scratch_get(scratch *from, size_t bytes);
void scratch_release(scratch *from);

/* Memory that outlives a call. There is no answer to a full address space but to end: get never returns NULL. */
void *memory_get(size_t bytes);
void memory_free(void *block);

text text_from(const wchar_t *zero_terminated);
text text_of(UNICODE_STRING string);
UNICODE_STRING text_unicode(text value);
/* The parts one after the other; count is that of the texts that follow. A NUL stands behind the result. */
text text_join(scratch *in, int count, ...);
text text_copy(scratch *in, text value);
/* In memory of its own. */
text text_keep(text value);
text text_decimal(scratch *in, ULONG_PTR value);
text text_after(text value, size_t start);
text text_before(text value, size_t end);
/* As Windows compares names: without case, by its own table. */
bool text_equal(text one, text other);
int text_compare(text one, text other);
bool text_starts(text value, text prefix);
/* Whether path is folder or lies below it. */
bool text_within(text path, text folder);
/* Where the last c is; value.length when there is none. */
size_t text_last(text value, wchar_t c);
wchar_t text_upper(wchar_t c);

ULONG_PTR process_id(void);
ULONG_PTR thread_id(void);
