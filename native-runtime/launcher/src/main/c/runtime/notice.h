/* What the disk tells about changes in the two layers of a folder, as changes of the view. */
#pragma once

#include "layer.h"

/* Takes the changes up for a caller's buffer, in the shape of FILE_NOTIFY_INFORMATION. */
typedef struct {
    char *buffer;
    ULONG length, used;
    ULONG *link;       /* of the last entry, to the next */
    bool overflow;     /* there were more than fit */
    bool copy_arrives; /* the new name of a rename that follows is that of a copy of the host's file */
    text removed;      /* the last name that was told to be gone; in memory of its own */
} notices;

/* What is left out of what raw tells: the container's own names, and what the other layer decides. */
void notices_add(notices *to, text folder, bool of_container, const void *raw);
