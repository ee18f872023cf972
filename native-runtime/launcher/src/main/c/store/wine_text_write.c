#include "wine_text.h"

#include "../common/memory.h"

#include <stdio.h>
#include <string.h>

enum { LINK = 0x10 }; /* of a key's flags */
enum { TEXT = 1, EXPANDABLE = 2, LIST = 7 };

typedef struct {
    char *bytes;
    size_t used, room;
} out;

static char *reserve(out *to, size_t bytes)
{
    if (to->room - to->used < bytes) {
        to->room = (to->used + bytes) * 2;
        to->bytes = memory_grow(to->bytes, to->room);
    }
    return to->bytes + to->used;
}

static void put(out *to, const char *text)
{
    size_t length = strlen(text);
    memcpy(reserve(to, length), text, length);
    to->used += length;
}

/* Plain letters as they are, everything else by its four digits, which Wine's reader takes for one unit. */
static void put_units(out *to, regf_text text)
{
    static const char HEX[] = "0123456789abcdef";
    char *at = reserve(to, 6 * (size_t)text.length);
    for (uint32_t i = 0; i < text.length; i++) {
        uint16_t unit = text.units[i];
        if (unit >= ' ' && unit < 127 && !strchr("\"\\[]", unit)) {
            *at++ = (char)unit;
        } else {
            *at++ = '\\';
            *at++ = 'x';
            for (int shift = 12; shift >= 0; shift -= 4)
                *at++ = HEX[unit >> shift & 15];
        }
    }
    to->used = (size_t)(at - to->bytes);
}

static bool is_text(const regf_value *value)
{
    uint32_t size = value->data.size;
    return (value->type == TEXT || value->type == EXPANDABLE || value->type == LIST) && size >= 2 && size % 2 == 0
           && !value->data.bytes[size - 1] && !value->data.bytes[size - 2];
}

/* The zero at the end is not written: Wine's reader adds it. */
static void put_text(out *to, const regf_value *value)
{
    enum { PIECE = 256 };
    uint16_t units[PIECE]; /* data may lie at any address */
    uint32_t size = value->data.size - 2;
    put(to, "\"");
    for (uint32_t done = 0; done < size; done += 2 * PIECE) {
        uint32_t part = size - done < 2 * PIECE ? size - done : 2 * PIECE;
        memcpy(units, value->data.bytes + done, part);
        put_units(to, (regf_text){units, part / 2});
    }
    put(to, "\"\n");
}

static void put_bytes(out *to, regf_bytes data)
{
    static const char HEX[] = "0123456789abcdef";
    char *at = reserve(to, 3 * (size_t)data.size + 1);
    for (uint32_t i = 0; i < data.size; i++) {
        *at++ = HEX[data.bytes[i] >> 4];
        *at++ = HEX[data.bytes[i] & 15];
        *at++ = ',';
    }
    if (data.size)
        at--;
    *at++ = '\n';
    to->used = (size_t)(at - to->bytes);
}

static void put_value(out *to, const regf_value *value)
{
    char type[24];
    if (value->name.length) {
        put(to, "\"");
        put_units(to, value->name);
        put(to, "\"=");
    } else {
        put(to, "@=");
    }
    bool text = is_text(value);
    snprintf(type, sizeof type, text ? "str(%x):" : "hex(%x):", (unsigned)value->type);
    put(to, text && value->type == TEXT ? "" : type); /* which alone has no other form */
    if (text)
        put_text(to, value);
    else
        put_bytes(to, value->data);
}

static void put_key(out *to, out *path, const regf_key *key)
{
    size_t above = path->used;
    char line[64];
    if (above)
        put(path, "\\\\");
    put_units(path, key->name);
    put(to, "[");
    memcpy(reserve(to, path->used), path->bytes, path->used);
    to->used += path->used;
    snprintf(line, sizeof line, "] 0\n#time=%llx\n", (unsigned long long)key->written);
    put(to, line);
    if (key->class_name.length) {
        put(to, "#class=\"");
        put_units(to, key->class_name);
        put(to, "\"\n");
    }
    if (key->flags & LINK)
        put(to, "#link\n");
    for (uint32_t i = 0; i < key->value_count; i++)
        put_value(to, &key->values[i]);
    put(to, "\n");
    for (uint32_t i = 0; i < key->key_count; i++)
        put_key(to, path, key->keys[i]);
    path->used = above;
}

char *wine_text_write(const regf_key *root, size_t *length)
{
    out to = {0}, path = {0};
    put(&to, "WINE REGISTRY Version 2\n;; All keys relative to the container\n\n#arch=win64\n\n");
    for (uint32_t i = 0; i < root->key_count; i++)
        put_key(&to, &path, root->keys[i]);
    memory_free(path.bytes);
    *length = to.used;
    return to.bytes;
}
