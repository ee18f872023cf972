/* Which of its two holders a session's registry goes to (docs/decisions/0027). */
#pragma once

#include "../store/holder.h"

/* What --registry asks for. */
typedef enum {
    REGISTRY_WISH_AUTO, /* a hive that Windows loads, where it is proven to; else keys of the user's */
    REGISTRY_WISH_KEYS,
    REGISTRY_WISH_HIVE
} registry_wish;

/* False when there is no such word. */
bool registry_wish_of(const wchar_t *word, registry_wish *wish);
/*
 * For a new session. When a hive is asked for and is not possible, nothing stands in for it: why is that then, or, with NULL
 * for it, the program ends.
 */
const holder *registry_chosen(registry_wish wish, const machine *here, const wchar_t **why);
/* For one that runs; ends the program when it is held otherwise than asked for. */
const holder *registry_joined(registry_wish wish, const session_header *running);
const holder *holder_in(const session_header *session);
