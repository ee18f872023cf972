#include "damage.h"

#include <stdarg.h>
#include <stdio.h>

bool damaged(regf_error *error, uint64_t offset, const char *format, ...)
{
    va_list values;
    error->offset = offset;
    va_start(values, format);
    vsnprintf(error->problem, sizeof error->problem, format, values);
    va_end(values);
    return false;
}

static bool is_pair(regf_text name, uint32_t at)
{
    return (name.units[at] & 0xfc00) == 0xd800 && at + 1 < name.length && (name.units[at + 1] & 0xfc00) == 0xdc00;
}

const char *to_utf8(name_utf8 *room, regf_text name)
{
    char *to = room->bytes, *end = room->bytes + NAME_ROOM - 5;
    for (uint32_t i = 0; i < name.length && to < end; i++) {
        uint32_t code = name.units[i];
        if (is_pair(name, i))
            code = 0x10000 + ((code & 0x3ff) << 10) + (name.units[++i] & 0x3ffu);
        else if ((code & 0xf800) == 0xd800 || !code)
            code = '?';
        if (code >= 0x10000) {
            *to++ = (char)(0xf0 | code >> 18);
            *to++ = (char)(0x80 | (code >> 12 & 63));
        } else if (code >= 0x800) {
            *to++ = (char)(0xe0 | code >> 12);
        }
        if (code >= 0x800)
            *to++ = (char)(0x80 | (code >> 6 & 63));
        else if (code >= 0x80)
            *to++ = (char)(0xc0 | code >> 6);
        *to++ = (char)(code >= 0x80 ? 0x80 | (code & 63) : code);
    }
    *to = 0;
    return room->bytes;
}
