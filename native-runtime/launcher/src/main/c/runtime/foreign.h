/* Functions of ntdll in another process of either bitness, found in its memory: what loads a library is called there. */
#pragma once

#include "nt.h"

#include <stdbool.h>

/* The base of the 64-bit or the 32-bit ntdll; STATUS_DLL_NOT_FOUND when the process has none. */
NTSTATUS foreign_ntdll(HANDLE process, bool wide, ULONG_PTR *base);
/* STATUS_PROCEDURE_NOT_FOUND when the library exports no such function. */
NTSTATUS foreign_function(HANDLE process, ULONG_PTR library, const char *name, ULONG_PTR *address);
