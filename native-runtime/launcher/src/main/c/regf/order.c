#include "order.h"

#include "upcase.h"

#include <stdlib.h>
#include <string.h>

int regf_compare(regf_text one, regf_text other)
{
    uint32_t shorter = one.length < other.length ? one.length : other.length;
    for (uint32_t i = 0; i < shorter; i++)
        if (one.units[i] != other.units[i]) {
            int difference = upcase(one.units[i]) - upcase(other.units[i]);
            if (difference)
                return difference;
        }
    return one.length < other.length ? -1 : one.length > other.length;
}

bool order_add(order *to, regf_text name, uint32_t field)
{
    if (to->count == to->room) {
        size_t room = to->room ? to->room * 2 : 16;
        order_entry *grown = realloc(to->entries, room * sizeof *grown);
        if (!grown)
            return false;
        to->entries = grown;
        to->room = room;
    }
    to->entries[to->count] = (order_entry){name, field, (uint32_t)to->count};
    to->count++;
    return true;
}

static void merge(order_entry *to, const order_entry *left, const order_entry *middle, const order_entry *end)
{
    const order_entry *right = middle;
    while (left < middle || right < end)
        *to++ = right == end || (left < middle && regf_compare(left->name, right->name) <= 0) ? *left++ : *right++;
}

/* Stable, and never worse than n log n, whoever made the file. */
static bool sort(order *all)
{
    order_entry *from = all->entries, *to = malloc(all->count * sizeof *to);
    if (!to)
        return false;
    for (size_t width = 1; width < all->count; width *= 2) {
        for (size_t at = 0; at < all->count; at += 2 * width) {
            size_t middle = at + width < all->count ? at + width : all->count;
            size_t end = at + 2 * width < all->count ? at + 2 * width : all->count;
            merge(to + at, from + at, from + middle, from + end);
        }
        order_entry *swapped = from;
        from = to;
        to = swapped;
    }
    free(to);
    all->entries = from;
    all->room = all->count;
    return true;
}

static bool in_order(const order *all)
{
    for (size_t i = 1; i < all->count; i++)
        if (regf_compare(all->entries[i - 1].name, all->entries[i].name) >= 0)
            return false;
    return true;
}

bool order_settle(order *all, size_t *doubles, order_entry *double_at)
{
    *doubles = 0;
    if (in_order(all))
        return true;
    if (!sort(all))
        return false;
    size_t kept = 1;
    order_entry earliest = {.index = UINT32_MAX};
    for (size_t i = 1; i < all->count; i++) {
        if (regf_compare(all->entries[kept - 1].name, all->entries[i].name))
            all->entries[kept++] = all->entries[i];
        else if (all->entries[i].index < earliest.index)
            earliest = all->entries[i];
    }
    *doubles = all->count - kept;
    all->count = kept;
    if (double_at)
        *double_at = earliest;
    return true;
}

void order_release(order *all)
{
    free(all->entries);
    *all = (order){0};
}
