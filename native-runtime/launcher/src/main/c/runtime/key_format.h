/* Puts what is known of a key into the structures of NtQueryKey and NtEnumerateKey. */
#pragma once

#include "key_listing.h"

typedef struct {
    text name, class;
    LARGE_INTEGER written;
    ULONG subkeys, longest_name, longest_class, values, longest_value, longest_data; /* lengths in bytes */
} key_facts;

/* Counts and lengths. */
void key_facts_add(key_facts *to, const key_listing *listing, key_kind kind);
/* Basic, node, full or cached information; the statuses are those of the real calls. */
NTSTATUS key_format(int class, const key_facts *from, void *buffer, ULONG length, ULONG *needed);
