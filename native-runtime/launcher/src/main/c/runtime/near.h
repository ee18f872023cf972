#pragma once

#include "nt.h"

/*
 * Memory that 32-bit offsets reach from an image: behind it, and not far. Import and export tables need that. wide says
 * whether the process is 64-bit; the memory can be written to and not executed.
 */
NTSTATUS allocate_near(HANDLE process, ULONG_PTR base, ULONG image_size, int wide, SIZE_T size, ULONG_PTR *result);
