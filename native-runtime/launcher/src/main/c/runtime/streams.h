/* What a file has beside its content: alternate data streams and extended attributes, as far as both disks keep them. */
#pragma once

#include "layer.h"

/* copy is open, and lies at nt_path. What can't be carried over is left out: the content counts. */
void streams_copy(scratch *in, HANDLE source, HANDLE copy, text nt_path);
