/*
 * Deleted names. An empty file .wh.NAME in the container's folder hides the host's NAME, and all below it; a NAME of
 * the container's own beside it is seen. .wh..wh..opq in a folder hides everything that the host has in it.
 * These are the markers of OCI image layers (github.com/opencontainers/image-spec, layer.md, "Whiteouts").
 */
#pragma once

#include "layer.h"

/* Whether the last name of a path is that of a marker, which no application sees. */
bool whiteout_is_marker(text path);
/* Whether the host's entry at a place is hidden by a marker for it or for a folder that it lies in. */
bool whiteout_hides(scratch *in, const place *at);
/* Whether the place has a marker of its own. */
bool whiteout_is_there(scratch *in, const place *at);
/* Hides the host's entry at the place; does nothing when it is hidden already. */
NTSTATUS whiteout_put(scratch *in, const place *at);
/* Takes the place's own marker away again. */
NTSTATUS whiteout_remove(scratch *in, const place *at);
/* Removes all markers from a folder of the container (a path of the host), so that it can be deleted. */
void whiteout_clear(scratch *in, text folder);
