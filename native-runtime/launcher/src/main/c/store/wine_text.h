/*
 * The text that Wine keeps a registry in, "WINE REGISTRY Version 2" (server/registry.c: load_keys and dump_value). Its
 * server takes a whole tree in it by NtLoadKey and gives it by NtSaveKey, each in one call: a hundred times faster than
 * call by call, with classes and times, and without volatile keys.
 */
#pragma once

#include "../regf/regf.h"

#include <stdbool.h>
#include <stddef.h>

/* Everything below the root, from memory_get. The root's own values are not in it. */
char *wine_text_write(const regf_key *root, size_t *length);
/* False when the text is not whole; tree is then to be released as well. */
bool wine_text_read(const char *text, size_t length, regf_tree *tree);
