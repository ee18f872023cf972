/*
 * Which rule is most specific: the one with more text before its first wildcard; then the one with more text in all;
 * then the one written down later. The user's own documents are the host's unless a rule for the same path says
 * otherwise (the Java class Isolation has the same list).
 */
#include "layout.h"

#include "../memory.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static const wchar_t *const DOCUMENTS[] = {L"Documents", L"Desktop", L"Downloads", L"Pictures", L"Music", L"Videos"};
enum { USUAL = sizeof DOCUMENTS / sizeof *DOCUMENTS };

static int order(const void *one, const void *other)
{
    const block_pair *a = one, *b = other;
    size_t before_a = wcscspn(a->from, L"*?"), before_b = wcscspn(b->from, L"*?");
    if (before_a != before_b)
        return before_a > before_b ? -1 : 1;
    size_t length_a = wcslen(a->from), length_b = wcslen(b->from);
    if (length_a != length_b)
        return length_a > length_b ? -1 : 1;
    return (int)(b->number >> 2) - (int)(a->number >> 2);
}

session_list layout_rules(block *in, const machine *here, const config *settings)
{
    block_pair *pairs = memory_get((settings->rule_count + USUAL + 1) * sizeof *pairs);
    size_t count = 0;
    for (; count < settings->rule_count; count++) {
        wchar_t *path = machine_expand(here, settings->rules[count].path);
        for (wchar_t *c = path; *c; c++)
            if (*c == L'/')
                *c = L'\\';
        /* the position rides above the mode until the order is made */
        pairs[count] = (block_pair){path, L"", (uint32_t)(count + USUAL) << 2 | (uint32_t)settings->rules[count].mode};
    }
    for (size_t i = 0; i < USUAL; i++) {
        wchar_t *path = joined(here->profile, L"\\", DOCUMENTS[i], L"\\**", NULL);
        bool replaced = false;
        for (size_t r = 0; r < settings->rule_count; r++)
            replaced |= !_wcsicmp(pairs[r].from, path);
        if (!replaced)
            pairs[count++] = (block_pair){path, L"", (uint32_t)i << 2 | MODE_HOST};
    }
    qsort(pairs, count, sizeof *pairs, order);
    for (size_t i = 0; i < count; i++)
        pairs[i].number &= 3;
    return block_list(in, pairs, count);
}
