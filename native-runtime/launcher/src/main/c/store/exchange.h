/*
 * Whole trees by NtLoadKey and NtSaveKey. Wine's take and give the text that Wine keeps registries in; Windows' NtSaveKey
 * gives a hive. Both need the privileges of a backup program, which not every user has.
 */
#pragma once

#include "growing.h"
#include "place.h"

#include <windows.h>

/* Makes the key at->id below an open one. True says that the call succeeded, which proves nothing. */
bool exchange_load(HANDLE above, const place *at, const regf_key *root);
/* Takes the key and all below it away; whether it is gone is to be looked at. */
void exchange_unload(HANDLE above, const place *at);
/* bytes, from memory_get, must stay for as long as the tree. Volatile keys are not in it. */
bool exchange_save(const place *at, HANDLE key, regf_tree *tree, uint8_t **bytes);
