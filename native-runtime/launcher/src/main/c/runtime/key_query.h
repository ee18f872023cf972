#pragma once

#include "key_format.h"
#include "key_view.h"

/* What NtQueryKey tells of a key over both layers. */
NTSTATUS key_query_facts(scratch *in, key_record *record, bool counts, key_facts *result);
