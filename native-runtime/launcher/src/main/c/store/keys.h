/* A tree of keys put into the machine's registry and got from it, call by call: what works on every Windows. */
#pragma once

#include "growing.h"

#include <windows.h>

/* Below an open key; the root's own name does not matter. False with a status when a call failed. */
bool keys_put(HANDLE key, const regf_key *root, NTSTATUS *status);
/* Without volatile keys, where Windows says which those are. */
bool keys_get(HANDLE key, regf_tree *tree, NTSTATUS *status);
/* Removes everything below the key, and the key; closes its handle. */
bool keys_remove(HANDLE key);

/* A key of a session whose descriptor shuts this user out is opened to everybody first. */
NTSTATUS keys_open(HANDLE *key, HANDLE above, regf_text name, ACCESS_MASK access);
