/* Writing one change down, for those who know what it means in the view. Names are told as they are given. */
#pragma once

#include "notice.h"

typedef struct {
    ULONG next, action, name_length; /* next: in bytes from here, 0 in the last; name_length: in bytes */
    WCHAR name[];
} notice; /* FILE_NOTIFY_INFORMATION */

/* Once: what was told last, or early, is left out. */
void notices_put(notices *to, ULONG action, text name);
/* What a folder had when it came. */
void notices_put_early(notices *to, ULONG action, text name);
/* Takes the place of the text that was there. */
void notices_keep(text *at, text value);
