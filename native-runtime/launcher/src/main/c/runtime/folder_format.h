/* The shapes in which a folder's entries are asked for. Source: learn.microsoft.com, FILE_*_DIR_INFORMATION. */
#pragma once

#include "listing.h"

#include <stdbool.h>

typedef struct {
    char *buffer;
    ULONG length, used;
    FILE_INFORMATION_CLASS class;
    ULONG *link; /* of the last entry, to the next */
} format_state;

bool format_is_known(FILE_INFORMATION_CLASS class);
/*
 * STATUS_BUFFER_TOO_SMALL when the entry does not fit and others came before; a first entry is cut off instead, with
 * STATUS_BUFFER_OVERFLOW, when at least its fixed part fits.
 */
NTSTATUS format_add(format_state *to, const entry *item);
