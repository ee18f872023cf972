/* The table is spread out once: 128 KiB, against a search for every unit of every name of a machine. */
#include "fold.h"

#include <stdint.h>

static const struct {
    uint16_t first, count, distance, added;
} RUNS[] = {
#include "fold_table.h"
};

static uint16_t folded[0x10000];

void fold_open(void)
{
    for (size_t unit = 0; unit < 0x10000; unit++)
        folded[unit] = (uint16_t)unit;
    for (size_t run = 0; run < sizeof RUNS / sizeof *RUNS; run++)
        for (unsigned i = 0; i < RUNS[run].count; i++) {
            uint16_t unit = (uint16_t)(RUNS[run].first + i * RUNS[run].distance);
            folded[unit] = (uint16_t)(unit + RUNS[run].added);
        }
}

wchar_t fold(wchar_t unit)
{
    return folded[unit];
}

int fold_compare(const wchar_t *left, size_t left_length, const wchar_t *right, size_t right_length)
{
    size_t shorter = left_length < right_length ? left_length : right_length;
    for (size_t i = 0; i < shorter; i++)
        if (folded[left[i]] != folded[right[i]])
            return folded[left[i]] < folded[right[i]] ? -1 : 1;
    if (left_length != right_length)
        return left_length < right_length ? -1 : 1;
    return wmemcmp(left, right, shorter);
}

bool fold_matches(const wchar_t *pattern, const wchar_t *text, size_t length)
{
    const wchar_t *star = NULL;
    size_t at = 0, from = 0;
    while (at < length) {
        if (*pattern == L'*') {
            star = ++pattern;
            from = at;
        } else if (*pattern && (*pattern == L'?' || folded[*pattern] == folded[text[at]])) {
            pattern++;
            at++;
        } else if (star) {
            pattern = star;
            at = ++from;
        } else {
            return false;
        }
    }
    while (*pattern == L'*')
        pattern++;
    return !*pattern;
}
