/* What a program's first thread runs before the program: machine code for the other process, of its bitness. */
#pragma once

#include "nt.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * What the code is given. It loads the library, and calls its function CALL_ORDINAL with record. When either fails, it
 * ends the process with SESSION_NOT_ENTERED, or lets it run when it is only observed. Pointers are those of the other process.
 */
typedef struct {
    uint64_t load, find, end; /* LdrLoadDll, LdrGetProcedureAddress, NtTerminateProcess */
    uint64_t module, entry;   /* written by the code */
    uint64_t record;
    struct {                  /* UNICODE_STRING, of either bitness */
        uint16_t length, room;
        uint32_t narrow_path;
        uint64_t wide_path;
    } library;
    uint32_t runs_anyway, reserved;
} call_data;

enum { CALL_ORDINAL = 4 };

/* An APC routine: position-independent, its first argument is the call_data. */
const void *call_code(bool wide, size_t *size);
