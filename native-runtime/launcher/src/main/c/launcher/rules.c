/*
 * Which rule is most specific: the one with more text before its first wildcard; then the one with more text in all;
 * then the one written down later. The user's own documents are the host's unless a rule for the same path says
 * otherwise (the Java class Isolation has the same list).
 */
#include "layout.h"

#include "../common/memory.h"

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

static void put_in_order(block_pair *pairs, size_t count)
{
    qsort(pairs, count, sizeof *pairs, order);
    for (size_t i = 0; i < count; i++)
        pairs[i].number &= 3;
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
    put_in_order(pairs, count);
    return block_list(in, pairs, count);
}

/* The short name of the root, as the Java class KeyPath has it; keys of HKEY_CLASSES_ROOT are the machine's. */
static wchar_t *key_spelled(const wchar_t *path)
{
    static const wchar_t *const ROOTS[][2] = {
        {L"HKEY_CURRENT_USER", L"HKCU"}, {L"HKEY_LOCAL_MACHINE", L"HKLM"},
        {L"HKEY_USERS", L"HKU"},         {L"HKEY_CLASSES_ROOT", L"HKLM\\Software\\Classes"},
        {L"HKCR", L"HKLM\\Software\\Classes"},
    };
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++) {
        size_t length = wcslen(ROOTS[i][0]);
        if (!_wcsnicmp(path, ROOTS[i][0], length) && (!path[length] || path[length] == L'\\'))
            return joined(ROOTS[i][1], path + length, NULL);
    }
    return joined(path, NULL);
}

session_list layout_key_rules(block *in, const config *settings)
{
    size_t count = settings->key_rule_count;
    block_pair *pairs = memory_get((count + 1) * sizeof *pairs);
    pairs[0] = (block_pair){L"HKCU\\Software\\Ctnr\\**", L"", MODE_ISOLATED}; /* where containers keep theirs meanwhile */
    for (size_t i = 0; i < count; i++)
        pairs[i + 1] = (block_pair){key_spelled(settings->key_rules[i].path), L"",
                                    (uint32_t)i << 2 | (uint32_t)settings->key_rules[i].mode};
    put_in_order(pairs + 1, count);
    return block_list(in, pairs, count + 1);
}
