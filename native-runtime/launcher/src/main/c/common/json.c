/* A writer without a tree: what is said goes straight into the output's buffer. */
#include "json.h"

#include <string.h>
#include <wchar.h>

static const char HEX[] = "0123456789abcdef";

static void begin(json *line, const char *name)
{
    if (line->more)
        output_byte(line->out, ',');
    line->more = true;
    if (name) {
        output_byte(line->out, '"');
        output_bytes(line->out, name, strlen(name));
        output_bytes(line->out, "\":", 2);
    }
}

static void escape(output *out, unsigned unit)
{
    char text[6] = {'\\', 'u', HEX[unit >> 12], HEX[unit >> 8 & 15], HEX[unit >> 4 & 15], HEX[unit & 15]};
    output_bytes(out, text, sizeof text);
}

static bool is_high(unsigned unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(unsigned unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* Writes the code point at `units` and returns how many units it took. */
static size_t code_point(output *out, const wchar_t *units, size_t left)
{
    unsigned unit = units[0];
    if (unit == '"' || unit == '\\') {
        output_byte(out, '\\');
        output_byte(out, (char)unit);
    } else if (unit < 0x20 || unit == 0x7F) {
        escape(out, unit);
    } else if (unit < 0x80) {
        output_byte(out, (char)unit);
    } else if (unit < 0x800) {
        output_byte(out, (char)(0xC0 | unit >> 6));
        output_byte(out, (char)(0x80 | (unit & 0x3F)));
    } else if (is_high(unit) && left > 1 && is_low(units[1])) {
        unsigned point = 0x10000 + ((unit - 0xD800) << 10) + (units[1] - 0xDC00u);
        output_byte(out, (char)(0xF0 | point >> 18));
        output_byte(out, (char)(0x80 | (point >> 12 & 0x3F)));
        output_byte(out, (char)(0x80 | (point >> 6 & 0x3F)));
        output_byte(out, (char)(0x80 | (point & 0x3F)));
        return 2;
    } else if (is_high(unit) || is_low(unit)) {
        escape(out, unit);
    } else {
        output_byte(out, (char)(0xE0 | unit >> 12));
        output_byte(out, (char)(0x80 | (unit >> 6 & 0x3F)));
        output_byte(out, (char)(0x80 | (unit & 0x3F)));
    }
    return 1;
}

void json_open(json *line, output *out)
{
    line->out = out;
    line->more = false;
    output_byte(out, '{');
}

void json_close(json *line)
{
    output_bytes(line->out, "}\n", 2);
}

void json_text(json *line, const char *name, const wchar_t *text)
{
    json_units(line, name, text, wcslen(text));
}

void json_units(json *line, const char *name, const wchar_t *units, size_t length)
{
    begin(line, name);
    output_byte(line->out, '"');
    for (size_t i = 0; i < length;)
        i += code_point(line->out, units + i, length - i);
    output_byte(line->out, '"');
}

void json_number(json *line, const char *name, uint64_t number)
{
    begin(line, name);
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    output_bytes(line->out, digits + at, sizeof digits - at);
}

void json_true_or_false(json *line, const char *name, bool value)
{
    begin(line, name);
    output_bytes(line->out, value ? "true" : "false", value ? 4 : 5);
}

void json_null(json *line, const char *name)
{
    begin(line, name);
    output_bytes(line->out, "null", 4);
}

void json_bytes(json *line, const char *name, const uint8_t *bytes, size_t length)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    begin(line, name);
    output_byte(line->out, '"');
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        unsigned group = (unsigned)bytes[i] << 16 | (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? bytes[i + 2] : 0);
        char digits[4] = {DIGITS[group >> 18], DIGITS[group >> 12 & 63], left > 1 ? DIGITS[group >> 6 & 63] : '=',
                          left > 2 ? DIGITS[group & 63] : '='};
        output_bytes(line->out, digits, sizeof digits);
    }
    output_byte(line->out, '"');
}

static void open_level(json *line, const char *name, char bracket)
{
    begin(line, name);
    output_byte(line->out, bracket);
    line->more = false;
}

static void close_level(json *line, char bracket)
{
    output_byte(line->out, bracket);
    line->more = true;
}

void json_array(json *line, const char *name)
{
    open_level(line, name, '[');
}

void json_array_end(json *line)
{
    close_level(line, ']');
}

void json_object(json *line, const char *name)
{
    open_level(line, name, '{');
}

void json_object_end(json *line)
{
    close_level(line, '}');
}
