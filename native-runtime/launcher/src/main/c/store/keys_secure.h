/* The descriptors that values of a tree keep (descriptor.h), set on keys that are there. */
#pragma once

#include "../regf/regf.h"

#include <stdbool.h>
#include <windows.h>

/* What this machine does not take of the key's descriptor: all of it, or its owner and group alone. */
typedef void keys_refusal(const wchar_t *path, bool list_is_set, NTSTATUS status, void *context);

/* On the key of that name below an open one, and on all below it; path is what refusals call the key. */
void keys_secure(HANDLE above, const regf_key *from, const wchar_t *path, keys_refusal *refused, void *context);
