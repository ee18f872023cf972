/* What the view shows in a folder: both layers, less what is deleted or out of sight. */
#pragma once

#include "layer.h"
#include "listing.h"

/* Whether the container has anything to say about the folder; when not, the host's own answers are right as they are. */
bool merge_is_needed(scratch *in, const place *folder);
NTSTATUS merge_folder(scratch *in, const place *folder, listing *result);
