#pragma once

#include "../session/ring.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Hands one line on to whoever writes the log. False when nobody reads the ring; a line that finds no room for two
 * seconds is counted as lost.
 */
bool ring_put(session_ring *ring, const char *line, size_t length);
