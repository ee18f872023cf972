#include "block.h"

#include "../common/memory.h"

#include <string.h>

static size_t take(block *of, size_t bytes)
{
    size_t at = (of->used + 7) & ~(size_t)7;
    if (at + bytes > of->room) {
        of->room = (at + bytes) * 2;
        of->bytes = memory_grow(of->bytes, of->room);
    }
    of->used = at + bytes;
    memset(of->bytes + at, 0, bytes);
    return at;
}

void block_begin(block *of)
{
    *of = (block){0};
    take(of, sizeof(session_header));
}

session_text block_text(block *of, const wchar_t *text)
{
    size_t length = wcslen(text);
    size_t at = take(of, (length + 1) * sizeof *text);
    memcpy(of->bytes + at, text, length * sizeof *text);
    return (session_text){(uint32_t)at, (uint32_t)length};
}

uint32_t block_room(block *of, size_t bytes)
{
    return (uint32_t)take(of, bytes);
}

session_list block_list(block *of, const block_pair *pairs, size_t count)
{
    size_t at = take(of, (count + 1) * sizeof(session_pair));
    for (size_t i = 0; i < count; i++) {
        session_pair pair = {block_text(of, pairs[i].from), block_text(of, pairs[i].to), pairs[i].number, 0};
        memcpy(of->bytes + at + i * sizeof pair, &pair, sizeof pair);
    }
    return (session_list){(uint32_t)at, (uint32_t)count};
}
