#include "wine_text.h"

#include "../common/memory.h"
#include "growing.h"

#include <stdlib.h>
#include <string.h>

enum { LINK = 0x10 }; /* of a key's flags */

typedef struct {
    const char *at, *end;
    regf_tree *tree;
    growing_key *key; /* of the section; NULL before the first */
    uint16_t *units;  /* a text that was read last */
    size_t count, room;
    uint8_t *bytes;
    size_t byte_room;
} in;

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static bool skip(in *from, const char *text)
{
    size_t length = strlen(text);
    if ((size_t)(from->end - from->at) < length || memcmp(from->at, text, length))
        return false;
    from->at += length;
    return true;
}

static void skip_line(in *from)
{
    while (from->at < from->end && *from->at != '\n')
        from->at++;
    from->at += from->at < from->end;
}

static uint64_t number(in *from, unsigned base, int most)
{
    uint64_t value = 0;
    for (int digits = 0; digits < most && from->at < from->end; digits++) {
        int next = digit(*from->at);
        if (next < 0 || (unsigned)next >= base)
            break;
        value = value * base + (unsigned)next;
        from->at++;
    }
    return value;
}

static uint16_t escape(in *from)
{
    static const char NAMES[] = "abefnrtv", UNITS[] = "\a\b\033\f\n\r\t\v";
    char c = *from->at;
    const char *known = strchr(NAMES, c);
    if (c >= '0' && c <= '7')
        return (uint16_t)number(from, 8, 3);
    from->at++;
    if (c == 'x')
        return (uint16_t)number(from, 16, 4);
    return known && c ? (uint16_t)UNITS[known - NAMES] : (uint8_t)c;
}

/* Up to the letter that ends it, which is passed. */
static bool read_units(in *from, char ending)
{
    from->count = 0;
    while (from->at < from->end && *from->at != ending) {
        from->units = memory_room(from->units, from->count, &from->room, sizeof *from->units);
        if (*from->at == '\\' && ++from->at < from->end)
            from->units[from->count++] = escape(from);
        else if (from->at < from->end)
            from->units[from->count++] = (uint8_t)*from->at++;
    }
    return from->at < from->end && *from->at++ == ending;
}

static bool read_section(in *from)
{
    if (!read_units(from, ']'))
        return false;
    growing_key *key = (growing_key *)from->tree->root;
    for (size_t start = 0, end; start < from->count; start = end + 1) {
        for (end = start; end < from->count && from->units[end] != '\\'; end++)
            ;
        key = growing_child(from->tree, key, (regf_text){from->units + start, (uint32_t)(end - start)});
    }
    from->key = key;
    return true;
}

static bool read_text_data(in *from, regf_value *value)
{
    if (!read_units(from, '"'))
        return false;
    uint8_t *data = growing_memory(from->tree, 2 * from->count + 2);
    for (size_t i = 0; i <= from->count; i++) {
        uint16_t unit = i < from->count ? from->units[i] : 0;
        data[2 * i] = (uint8_t)unit;
        data[2 * i + 1] = (uint8_t)(unit >> 8);
    }
    value->data = (regf_bytes){data, (uint32_t)(2 * from->count + 2)};
    return true;
}

static bool read_bytes(in *from, regf_value *value)
{
    size_t count = 0;
    while (from->at < from->end && *from->at != '\n') {
        if (digit(*from->at) >= 0) {
            from->bytes = memory_room(from->bytes, count, &from->byte_room, 1);
            from->bytes[count++] = (uint8_t)number(from, 16, 2);
        } else if (*from->at == '\\') {
            skip_line(from);
        } else {
            from->at++;
        }
    }
    uint8_t *data = growing_memory(from->tree, count ? count : 1);
    memcpy(data, from->bytes ? from->bytes : data, count);
    value->data = (regf_bytes){data, (uint32_t)count};
    return true;
}

static bool read_value(in *from, regf_text name)
{
    enum { TEXT = 1, BINARY = 3, NUMBER = 4 };
    if (!from->key || !skip(from, "="))
        return false;
    regf_value *value = growing_value(from->tree, from->key, name);
    if (skip(from, "\"")) {
        value->type = TEXT;
        return read_text_data(from, value);
    }
    if (skip(from, "str(")) {
        value->type = (uint32_t)number(from, 16, 8);
        return skip(from, "):\"") && read_text_data(from, value);
    }
    if (skip(from, "dword:")) {
        uint32_t dword = (uint32_t)number(from, 16, 8);
        uint8_t *data = growing_memory(from->tree, 4);
        for (int i = 0; i < 4; i++)
            data[i] = (uint8_t)(dword >> 8 * i);
        value->type = NUMBER;
        value->data = (regf_bytes){data, 4};
        return true;
    }
    value->type = BINARY;
    if (skip(from, "hex:"))
        return read_bytes(from, value);
    if (!skip(from, "hex("))
        return false;
    value->type = (uint32_t)number(from, 16, 8);
    return skip(from, "):") && read_bytes(from, value);
}

static bool read_line(in *from)
{
    if (skip(from, "["))
        return read_section(from);
    if (skip(from, "@"))
        return read_value(from, (regf_text){(const uint16_t *)L"", 0});
    if (skip(from, "\""))
        return read_units(from, '"') && read_value(from, (regf_text){from->units, (uint32_t)from->count});
    if (from->key && skip(from, "#time="))
        from->key->key.written = number(from, 16, 16);
    else if (from->key && skip(from, "#link"))
        from->key->key.flags |= LINK;
    else if (from->key && skip(from, "#class=\"")) {
        if (!read_units(from, '"'))
            return false;
        from->key->key.class_name = growing_text(from->tree, from->units, from->count);
    }
    return true;
}

bool wine_text_read(const char *text, size_t length, regf_tree *tree)
{
    in from = {.at = text, .end = text + length, .tree = tree};
    *tree = (regf_tree){0};
    growing_root(tree);
    bool whole = skip(&from, "WINE REGISTRY Version 2\n");
    while (whole && from.at < from.end) {
        whole = read_line(&from);
        skip_line(&from);
    }
    memory_free(from.units);
    memory_free(from.bytes);
    return whole;
}
