#include "upcase.h"

#include <stddef.h>

static const struct {
    uint16_t first, count, distance, added;
} RUNS[] = {
#include "upcase_table.h"
};

/* Runs don't overlap: the one that begins last before the unit is the only one that it may be in. */
uint16_t upcase(uint16_t unit)
{
    if (unit < 0x80)
        return unit >= 'a' && unit <= 'z' ? (uint16_t)(unit - 0x20) : unit;
    size_t low = 0, high = sizeof RUNS / sizeof *RUNS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (RUNS[middle].first <= unit)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return unit;
    unsigned away = (unsigned)(unit - RUNS[low - 1].first), distance = RUNS[low - 1].distance;
    return away % distance || away / distance >= RUNS[low - 1].count ? unit : (uint16_t)(unit + RUNS[low - 1].added);
}
