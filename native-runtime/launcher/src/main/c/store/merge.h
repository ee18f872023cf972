/*
 * Between a hive as it is stored, with variables in it, and the keys that applications work on, with this machine's
 * values.
 */
#pragma once

#include "variables.h"

/* The tree as applications see it; it shares what has no variables in it with the stored one. Memory is the arena's. */
regf_key *merge_live(const variables *with, const regf_key *stored, arena *memory);

/*
 * What is to be stored of what the applications left: an unchanged value keeps its stored text, an unchanged key its time,
 * every key that was there its security. NULL when nothing changed.
 */
regf_key *merge_stored(const variables *with, const regf_key *stored, const regf_key *live, arena *memory);
