/* A text that is put together in an arena. The program ends when there is no memory. */
#pragma once

#include "../regf/regf.h"

typedef struct {
    arena *memory;
    uint16_t *units;
    uint32_t count, room;
} text_buffer;

void *text_memory(arena *memory, size_t bytes);
/* Begins with so much of a text. */
text_buffer text_buffer_of(arena *memory, regf_text text, uint32_t length);
void text_buffer_add(text_buffer *to, uint16_t unit);
void text_buffer_add_text(text_buffer *to, const uint16_t *units, size_t length);
/* As the path of a file's URL: forward slashes, and what a URL can't hold as %20. */
void text_buffer_add_url(text_buffer *to, regf_text path);
regf_text text_buffer_text(const text_buffer *from);
