/*
 * A folder of one layer, as a watch looks at it: asked by a handle of the runtime's. While the layer has no such folder,
 * the nearest one above it that is there is asked, and tells nothing but that the folder may have come.
 */
#pragma once

#include "notice.h"

typedef struct {
    notice_source from; /* its texts are the part's own */
    HANDLE folder, event;
    IO_STATUS_BLOCK io;
    char *raw;
    size_t reached; /* how much of the path is open */
    bool pending;
    bool known;     /* what the folder has now, its absence included, is nothing to be told */
    bool taken_up;  /* it was there, and what it had was told where that was new */
    bool done;
} watch_part;

/* All that a watch of the folder looks at, at most room; the container's own come first. How many there are. */
ULONG watch_parts_begin(const place *at, ULONG filter, BOOLEAN subtree, watch_part *parts, ULONG room);
void watch_part_begin(watch_part *of, const notice_source *from);
/* Asks the disk, unless it is asked already. What has come since the last time is told. */
NTSTATUS watch_part_arm(watch_part *of, notices *told);
/* Takes up what the disk answered, if it did. */
void watch_part_look(watch_part *of, notices *told);
void watch_part_end(watch_part *of);
