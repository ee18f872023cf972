#pragma once

#include "../regf/regf.h"

#include <stdbool.h>
#include <wchar.h>

/* Whether two trees look the same to applications: names, classes, links and values. Both must be in order. */
bool same_tree(const regf_key *one, const regf_key *other);
static inline regf_text text_of(const wchar_t *text)
{
    return (regf_text){text, (uint32_t)wcslen(text)};
}

bool same_text(regf_text one, regf_text other);
bool same_bytes(regf_bytes one, regf_bytes other);
