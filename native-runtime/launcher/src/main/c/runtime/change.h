/* Changes through an open handle that concern more than the file itself: its name, its end, its attributes. */
#pragma once

#include "layer.h"

/* Whether a disposition says that the file is to go. */
bool asks_to_delete(const void *buffer, ULONG length, FILE_INFORMATION_CLASS class);
/* Why a file of the host's, with these attributes, can't be deleted. */
NTSTATUS remove_refusal(scratch *in, const place *at, ULONG attributes);
/* Deletes from the view what the host has at a place, and what was made of it meanwhile. Folders must be empty. */
NTSTATUS remove_host(scratch *in, const place *at);
/* Whether nothing but . and .. is seen in a folder. */
bool folder_is_empty(scratch *in, const place *folder);
/* The disposition of a file of the container's; also takes the host's name out of sight. */
NTSTATUS remove_own(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                    FILE_INFORMATION_CLASS class, const place *at);
/* Renames (or, with link, links) the file behind the handle. */
NTSTATUS rename_file(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                     FILE_INFORMATION_CLASS class, const place *at, bool on_host);
