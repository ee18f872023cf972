/* Keys of the container that are made: for writing to what is the host's, and whiteouts. In a turn (key_turn.h). */
#pragma once

#include "key_layer.h"

/*
 * The container's key at a place where the view has one, with all keys above it; an existing one is opened. Its own
 * turn. STATUS_KEY_DELETED when a whiteout stands there.
 */
NTSTATUS key_mirror(scratch *in, const key_path *of, ACCESS_MASK access, HANDLE *key);
/* The same for an open key, kept with its record. */
NTSTATUS key_own_to_write(scratch *in, key_record *record, HANDLE *key);

/* Within a turn of the caller's: */
NTSTATUS key_mirror_above(scratch *in, const key_path *of);
NTSTATUS key_whiteout_put(scratch *in, const key_path *of);
/* Removes the whiteouts among the subkeys of the container's key, and then the key itself. */
NTSTATUS key_remove_own(scratch *in, const key_path *of, HANDLE key);
