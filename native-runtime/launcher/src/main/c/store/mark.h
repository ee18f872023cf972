/*
 * The mark that a container's registry is loaded: a file that is there from before the first application runs until
 * everything is written back. It names the session whose keys are the newest state, and the contents that each hive may
 * have by that session: what it was loaded from, and what it is about to be.
 */
#pragma once

#include "place.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t session;
    uint64_t loaded[HIVES], written[HIVES];
} mark;

/* False when there is none; one that was cut short counts as none. */
bool mark_read(const place *of, mark *found);
bool mark_write(const place *of, const mark *written);
void mark_remove(const place *of);
/* Whether the hive with this content is the session's. */
bool mark_knows(const mark *of, int hive, uint64_t identity);
