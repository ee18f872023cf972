/*
 * Brings the hook library into a process that has not run yet: it becomes the first entry of the program's import
 * table, so that its hooks are there before any code of the program runs. The way is that of Detours
 * (github.com/microsoft/Detours, src/creatwth.cpp); what the library must know lies before the new table.
 */
#pragma once

#include "../session/session.h"
#include "nt.h"

#include <stdbool.h>

enum { INJECTION_MAGIC = 0x4e4a4943, INJECTION_VERSION = 1 };

/* Lies in the new process; the same for both bitnesses. */
typedef struct {
    uint32_t magic, version, size;
    IMAGE_DATA_DIRECTORY imports, bound, addresses; /* as the program has them */
    wchar_t session[SESSION_NAME_LENGTH * 2];
    uint32_t directory_length; /* in characters, without the NUL */
    wchar_t directory[];       /* where the program is to start, as a path of the view; may be empty */
} injection;

/* Stands directly before the new import table. */
typedef struct {
    uint32_t magic, distance; /* back to the injection, from the table's start */
} injection_tail;

/* Whether only a 64-bit process can do it: this one is 32-bit, and the other is not. */
bool inject_needs_other_bitness(HANDLE process);
/* STATUS_UNMAPPABLE_CHARACTER when the path of the library can't be written in an import table. */
NTSTATUS inject(HANDLE process, const session_header *session, const wchar_t *directory, size_t directory_length);
