/*
 * What a symbolic link or a junction says: the bytes of a REPARSE_DATA_BUFFER (ntifs.h; [MS-FSCC] 2.1.2.4 and 2.1.2.5),
 * which come from an application or from a container, and are believed only as far as they agree with themselves.
 */
#pragma once

#include "text.h"

enum { LINK_HEAD = 8, LINK_LONGEST = 16 * 1024 }; /* bytes: REPARSE_DATA_BUFFER_HEADER_SIZE, MAXIMUM_REPARSE_DATA_BUFFER_SIZE */

typedef struct {
    const void *bytes; /* all of it; as long as they live, so does target */
    ULONG size, tag;
    text target;       /* the substitute name: where it leads */
    bool relative;     /* to the folder that the link lies in, or to the root of its drive */
} link_data;

/* Whether the tag is one of those that the runtime makes: a symbolic link's or a junction's. */
bool link_tag_is_ours(ULONG tag);
/* STATUS_IO_REPARSE_DATA_INVALID unless it is the whole of such a link. */
NTSTATUS link_parse(const void *bytes, ULONG size, link_data *result);
