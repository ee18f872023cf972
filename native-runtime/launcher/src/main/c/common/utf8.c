/* Windows' own conversion, with one meaning for what can't be converted. */
#include "utf8.h"

#include "memory.h"

#include <limits.h>
#include <windows.h>

size_t utf8_from_utf16(char *bytes, const wchar_t *units, size_t length)
{
    if (!length || length > INT_MAX / UTF8_PER_UNIT)
        return 0;
    int written = WideCharToMultiByte(CP_UTF8, 0, units, (int)length, bytes, (int)length * UTF8_PER_UNIT, NULL, NULL);
    return written > 0 ? (size_t)written : 0;
}

wchar_t *utf8_to_utf16(const char *bytes, size_t length)
{
    if (length > INT_MAX - 1)
        return NULL;
    wchar_t *units = memory_get((length + 1) * sizeof *units);
    int count = 0;
    if (length) {
        count = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes, (int)length, units, (int)length);
        if (count <= 0) {
            memory_free(units);
            return NULL;
        }
    }
    units[count] = 0;
    return units;
}
