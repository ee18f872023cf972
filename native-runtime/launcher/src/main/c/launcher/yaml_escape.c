/* Escapes as in YAML 1.2.2, section 5.7. */
#include "yaml_escape.h"

#include "../common/memory.h"
#include "yaml_text.h"

#include <stdint.h>
#include <string.h>

static char *put_utf8(char *to, uint32_t code)
{
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xc0 | code >> 6);
        *to++ = (char)(0x80 | (code & 63));
    } else if (code < 0x10000) {
        *to++ = (char)(0xe0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 63));
        *to++ = (char)(0x80 | (code & 63));
    } else {
        *to++ = (char)(0xf0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 63));
        *to++ = (char)(0x80 | (code >> 6 & 63));
        *to++ = (char)(0x80 | (code & 63));
    }
    return to;
}

static uint32_t hexadecimal(const char *digits, int count, int line)
{
    uint32_t code = 0;
    for (int i = 0; i < count; i++) {
        char c = digits[i];
        int value = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (value < 0)
            yaml_fail(line, "an escape lacks hexadecimal digits");
        code = code << 4 | (uint32_t)value;
    }
    if (!code || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        yaml_fail(line, "an escape names no character that a text can hold");
    return code;
}

static char *put_escape(char *to, const char **at, int line)
{
    static const char NAMES[] = "\"\\/ abefnrtv\t", VALUES[] = "\"\\/ \a\b\033\f\n\r\t\v\t";
    char name = *++*at;
    const char *known = strchr(NAMES, name);
    if (known && name) {
        *to++ = VALUES[known - NAMES];
        return to;
    }
    int digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
    if (!digits)
        yaml_fail(line, "this escape is unknown; a backslash in double quotes is written \\\\");
    to = put_utf8(to, hexadecimal(*at + 1, digits, line));
    *at += digits;
    return to;
}

char *yaml_unquote(const char *start, const char *end, int line)
{
    char *text = memory_get((size_t)(end - start) + 8);
    char *to = text;
    for (const char *at = start + 1; at < end - 1; at++) {
        if (*start == '"' && *at == '\\') {
            to = put_escape(to, &at, line);
        } else {
            *to++ = *at;
            if (*start == '\'' && *at == '\'')
                at++;
        }
    }
    *to = 0;
    return text;
}
