/* Builds the session's block: texts and lists of pairs behind a header, addressed by offsets. */
#pragma once

#include "../session/session.h"

#include <stddef.h>

typedef struct {
    char *bytes;
    size_t used, room;
} block;

typedef struct {
    const wchar_t *from, *to;
    uint32_t number;
} block_pair;

void block_begin(block *of);
session_text block_text(block *of, const wchar_t *text);
/* Zeroed room for something else; its offset. */
uint32_t block_room(block *of, size_t bytes);
session_list block_list(block *of, const block_pair *pairs, size_t count);
