/*
 * Keys that no hive of the container holds: HKEY_LOCAL_MACHINE outside Software, and other users. They are read as the
 * host has them. Writing to them is refused, as it is to a user who is no administrator, and an event says so; a rule
 * of mode host gives them free.
 */
#pragma once

#include "key_request.h"

NTSTATUS key_open_elsewhere(scratch *in, const key_request *of, const key_path *path);
/* STATUS_ACCESS_DENIED, with an event for the first one of each process. */
NTSTATUS key_refuse_change(text view);
