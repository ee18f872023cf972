#include "json_line.h"

#include <string.h>

NTSYSAPI VOID NTAPI RtlTimeToTimeFields(const LARGE_INTEGER *, short *);

enum { END = 3 }; /* room that the closing always finds */

static void put(json_line *line, const char *bytes, size_t count)
{
    if (line->length + count <= sizeof line->bytes - END) {
        for (size_t i = 0; i < count; i++) /* few: less than a call of memcpy costs */
            line->bytes[line->length + i] = bytes[i];
        line->length += count;
    }
}

static void put_ascii(json_line *line, const char *value)
{
    for (; *value && line->length < sizeof line->bytes - END; value++)
        line->bytes[line->length++] = *value;
}

static void put_key(json_line *line, const char *key)
{
    put_ascii(line, line->first ? "\"" : ",\"");
    put_ascii(line, key);
    put_ascii(line, "\":");
    line->first = false;
}

void json_begin(json_line *line)
{
    line->length = 0;
    line->first = true;
    put(line, "{", 1);
}

void json_ascii(json_line *line, const char *key, const char *value)
{
    put_key(line, key);
    put(line, "\"", 1);
    put_ascii(line, value);
    put(line, "\"", 1);
}

static void put_unit(json_line *line, wchar_t unit)
{
    static const char HEX[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', HEX[unit >> 12], HEX[unit >> 8 & 15], HEX[unit >> 4 & 15], HEX[unit & 15]};
    put(line, escape, sizeof escape);
}

void json_text(json_line *line, const char *key, text value)
{
    enum { LONGEST = sizeof line->bytes - 512 };
    put_key(line, key);
    put(line, "\"", 1);
    for (size_t i = 0; i < value.length && line->length < LONGEST; i++) {
        wchar_t unit = value.at[i];
        if (unit >= 0x20 && unit < 0x7f && unit != L'"' && unit != L'\\') {
            line->bytes[line->length++] = (char)unit;
        } else if (unit == L'"' || unit == L'\\') {
            char escape[2] = {'\\', (char)unit};
            put(line, escape, 2);
        } else if (unit < 0x20 || (unit >= 0xd800 && unit < 0xe000)) {
            put_unit(line, unit);
        } else {
            char bytes[3];
            ULONG count = 0;
            RtlUnicodeToUTF8N(bytes, sizeof bytes, &count, &unit, sizeof unit);
            put(line, bytes, count);
        }
    }
    put(line, "\"", 1);
}

void json_number(json_line *line, const char *key, unsigned long long value)
{
    char digits[21];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    put_key(line, key);
    put(line, digits + at, sizeof digits - at);
}

static void put_digits(json_line *line, short value, int count)
{
    char digits[4];
    for (int i = count; i-- > 0; value = (short)(value / 10))
        digits[i] = (char)('0' + value % 10);
    put(line, digits, (size_t)count);
}

void json_time(json_line *line, const char *key, LARGE_INTEGER time)
{
    static const struct { int digits; const char *before; } FIELDS[] = {
        {4, "\""}, {2, "-"}, {2, "-"}, {2, "T"}, {2, ":"}, {2, ":"}, {3, "."},
    };
    short fields[8]; /* TIME_FIELDS: year to millisecond, weekday */
    RtlTimeToTimeFields(&time, fields);
    put_key(line, key);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        put_ascii(line, FIELDS[i].before);
        put_digits(line, fields[i], FIELDS[i].digits);
    }
    put_ascii(line, "Z\"");
}

void json_status(json_line *line, NTSTATUS status)
{
    static const char HEX[] = "0123456789ABCDEF";
    char digits[11] = "0x00000000";
    for (int i = 0; i < 8; i++)
        digits[9 - i] = HEX[(ULONG)status >> (4 * i) & 15];
    json_ascii(line, "status", digits);
}

void json_end(json_line *line)
{
    memcpy(line->bytes + line->length, "}\n", 2);
    line->length += 2;
}
