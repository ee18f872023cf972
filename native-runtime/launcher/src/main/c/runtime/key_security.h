/*
 * Security descriptors that applications set on keys of the container (docs/decisions/0027). What is set - the owner, the
 * group, who may do what - is kept beside the key's values, in one that no application sees, and so comes to the hive. Where
 * the session's registry is a hive that Windows loads, whose keys have one descriptor, it is also what is read back.
 */
#pragma once

#include "key_handles.h"

/* NtSetSecurityObject on the container's key of the record; own is a handle of it that may have been opened for little. */
NTSTATUS key_security_set(key_record *record, HANDLE own, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor);
/* NtQuerySecurityObject on the same. */
NTSTATUS key_security_query(HANDLE own, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR answer, ULONG length, PULONG needed);
/* For a key that was just made with a descriptor, by a handle that may set values. */
void key_security_made(const key_path *of, HANDLE own, PSECURITY_DESCRIPTOR descriptor);
/* Whether keys have descriptors of their own, or one for all. */
bool key_security_is_real(void);
