/*
 * The container's registry: its two hives are put where applications can work on them when the first launcher comes, and
 * written back when the last one goes (docs/decisions/0013). Every function is called in the session's lock.
 */
#pragma once

#include "place.h"

#include <stdbool.h>

/*
 * What an earlier session left, since it was ended by force, is written back first, whatever held it. running says that
 * processes of it may still be there, which keep the keys that they have open. Ends the program when a hive is damaged.
 * otherwise: where the place's holder takes the registry not, another does, and the place says so afterwards.
 */
void store_open(place *at, const machine *here, bool running, bool otherwise);

/* NULL, or what could not be done; then the keys and the mark stay, and the next start tries again. */
const wchar_t *store_close(const place *at);
