/* What an open key shows: its subkeys and values over both layers. */
#pragma once

#include "key_layer.h"

/* Reads it anew; of a key with rules below, each subkey by its own. */
NTSTATUS key_view_list(scratch *in, key_record *record, key_kind kind, key_listing **result);
/* The same, and of a key of HKEY_CLASSES_ROOT what its own hive has. */
NTSTATUS key_view_list_alone(scratch *in, key_record *record, key_kind kind, key_listing **result);
/* NtQueryValueKey, and which layer it was that answered. */
NTSTATUS key_view_value(scratch *in, key_record *record, const UNICODE_STRING *name, int class, void *buffer, ULONG length,
                        ULONG *needed, key_layer *layer);
NTSTATUS key_view_value_alone(scratch *in, key_record *record, const UNICODE_STRING *name, int class, void *buffer,
                              ULONG length, ULONG *needed, key_layer *layer);
