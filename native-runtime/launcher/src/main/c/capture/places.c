/* What lies below a path follows it at once in the order, so that one search answers both questions. */
#include "places.h"

#include "../common/failure.h"
#include "fold.h"
#include "../common/memory.h"

#include <stdlib.h>

enum { BYTE_ORDER_MARK = 0xFEFF };

static int rank(wchar_t unit)
{
    return unit == L'\\' ? -1 : fold(unit);
}

static int compare(const wchar_t *left, size_t left_length, const wchar_t *right, size_t right_length)
{
    size_t shorter = left_length < right_length ? left_length : right_length;
    for (size_t i = 0; i < shorter; i++) {
        int a = rank(left[i]), b = rank(right[i]);
        if (a != b)
            return a < b ? -1 : 1;
    }
    return left_length == right_length ? 0 : left_length < right_length ? -1 : 1;
}

/* Of two that name the same, the whole one comes first. */
static int compare_places(const void *left, const void *right)
{
    const place *a = left, *b = right;
    int order = compare(a->path, a->length, b->path, b->length);
    return order ? order : (int)b->whole - (int)a->whole;
}

static bool lies_in(const wchar_t *path, size_t length, const place *outer)
{
    return length >= outer->length && !compare(path, outer->length, outer->path, outer->length) &&
           (length == outer->length || path[outer->length] == L'\\');
}

static wchar_t *read_units(const wchar_t *name, size_t *count)
{
    HANDLE file = CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    LARGE_INTEGER size;
    if (file == INVALID_HANDLE_VALUE || !GetFileSizeEx(file, &size))
        fail(GetLastError(), L"Can't read the places in %ls", name);
    if (size.QuadPart > INT_MAX || size.QuadPart % sizeof(wchar_t))
        fail(0, L"The places in %ls are no UTF-16 text", name);
    DWORD bytes = (DWORD)size.QuadPart, length;
    wchar_t *units = memory_get(bytes);
    if (!ReadFile(file, units, bytes, &length, NULL))
        fail(GetLastError(), L"Can't read the places in %ls", name);
    CloseHandle(file);
    *count = length / sizeof *units;
    return units;
}

static place place_of(wchar_t *line, size_t length, size_t number, const wchar_t *file)
{
    place place = {.path = line, .length = length};
    while (place.length > 2 && line[place.length - 1] == L'\\') {
        place.length--;
        place.whole = true;
    }
    if (place.length < 2 || line[1] != L':' || (place.length > 2 && line[2] != L'\\'))
        fail(0, L"Line %lu of %ls is no path on a drive", (unsigned long)number, file);
    return place;
}

places places_read(const wchar_t *file)
{
    places read = {0};
    size_t count, capacity = 0, number = 0;
    wchar_t *units = read_units(file, &count);
    for (size_t at = count && units[0] == BYTE_ORDER_MARK; at < count;) {
        size_t length = 0;
        while (at + length < count && units[at + length] != L'\n')
            length++;
        size_t kept = length && units[at + length - 1] == L'\r' ? length - 1 : length;
        number++;
        if (kept) {
            read.all = memory_room(read.all, read.count, &capacity, sizeof *read.all);
            read.all[read.count++] = place_of(units + at, kept, number, file);
        }
        at += length + 1;
    }
    if (!read.count)
        return read;
    qsort(read.all, read.count, sizeof *read.all, compare_places);
    size_t kept = 1;
    for (size_t i = 1; i < read.count; i++)
        if (!read.all[kept - 1].whole || !lies_in(read.all[i].path, read.all[i].length, &read.all[kept - 1]))
            read.all[kept++] = read.all[i];
    read.count = kept;
    return read;
}

place_side places_find(const places *places, const path *path)
{
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const place *place = &places->all[middle];
        if (compare(place->path, place->length, path->units, path->length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low && places->all[low - 1].whole && lies_in(path->units, path->length, &places->all[low - 1]))
        return PLACE_INSIDE;
    if (low == places->count)
        return PLACE_OUTSIDE;
    const place *next = &places->all[low];
    if (next->length == path->length)
        return compare(next->path, next->length, path->units, path->length) ? PLACE_OUTSIDE : PLACE_INSIDE;
    place here = {.path = path->units, .length = path->length};
    return lies_in(next->path, next->length, &here) ? PLACE_ABOVE : PLACE_OUTSIDE;
}
