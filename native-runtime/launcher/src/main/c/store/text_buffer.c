#include "text_buffer.h"

#include "../common/failure.h"
#include "../common/utf8.h"

#include <string.h>

void *text_memory(arena *memory, size_t bytes)
{
    void *room = arena_get(memory, bytes ? bytes : 1);
    if (!room)
        fail(ERROR_NOT_ENOUGH_MEMORY, L"There is no memory for the container's registry");
    return room;
}

text_buffer text_buffer_of(arena *memory, regf_text text, uint32_t length)
{
    text_buffer result = {memory, NULL, 0, text.length + 64};
    result.units = text_memory(memory, result.room * sizeof *result.units);
    text_buffer_add_text(&result, text.units, length);
    return result;
}

void text_buffer_add(text_buffer *to, uint16_t unit)
{
    if (to->count == to->room) {
        uint16_t *larger = text_memory(to->memory, 2 * (size_t)to->room * sizeof *larger);
        memcpy(larger, to->units, to->count * sizeof *larger);
        to->units = larger;
        to->room *= 2;
    }
    to->units[to->count++] = unit;
}

void text_buffer_add_text(text_buffer *to, const uint16_t *units, size_t length)
{
    for (size_t i = 0; i < length; i++)
        text_buffer_add(to, units[i]);
}

void text_buffer_add_url(text_buffer *to, regf_text path)
{
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";
    static const char HEX[] = "0123456789ABCDEF";
    char *bytes = text_memory(to->memory, (size_t)path.length * UTF8_PER_UNIT);
    size_t length = utf8_from_utf16(bytes, path.units, path.length);
    for (size_t i = 0; i < length; i++) {
        uint8_t byte = (uint8_t)(bytes[i] == '\\' ? '/' : bytes[i]);
        if (byte && strchr(PLAIN, byte)) {
            text_buffer_add(to, byte);
        } else {
            text_buffer_add(to, '%');
            text_buffer_add(to, (uint16_t)HEX[byte >> 4]);
            text_buffer_add(to, (uint16_t)HEX[byte & 15]);
        }
    }
}

regf_text text_buffer_text(const text_buffer *from)
{
    return (regf_text){from->units, from->count};
}
