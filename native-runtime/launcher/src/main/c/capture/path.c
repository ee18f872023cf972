/* Cutting back is setting the length. */
#include "path.h"

#include "../common/memory.h"

static void append(path *path, const wchar_t *units, size_t length)
{
    if (path->length + length > path->capacity) {
        path->capacity = (path->length + length) * 2;
        path->units = memory_grow(path->units, path->capacity * sizeof *units);
    }
    wmemcpy(path->units + path->length, units, length);
    path->length += length;
}

void path_set(path *path, const wchar_t *text)
{
    path->length = 0;
    append(path, text, wcslen(text));
}

void path_add(path *path, const wchar_t *name, size_t length)
{
    if (path->length && path->units[path->length - 1] != L'\\')
        append(path, L"\\", 1);
    append(path, name, length);
}
