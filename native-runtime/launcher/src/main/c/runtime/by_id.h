#pragma once

#include "open.h"
#include "text.h"

/*
 * Opens a file by its number on the volume. The number is looked for in both layers, and the file then opened by its
 * path in the view, so that changing it is like changing any other.
 */
NTSTATUS open_by_id(scratch *in, const open_request *of);
