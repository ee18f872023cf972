/*
 * A file of the host's is copied under a name of its own before it takes its place. The folders in which such copies were
 * begun are written down first, so that the launcher finds what a process left that was killed meanwhile.
 */
#pragma once

#include "layer.h"

/* The name to copy to, in the folder where the file will be; a path of the object manager. */
text copies_begin(scratch *in, const place *at);
