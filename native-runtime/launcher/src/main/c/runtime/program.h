/* What the headers of a program say, read in the process that it is mapped in and has not run in yet. */
#pragma once

#include "nt.h"

#include <stdbool.h>

typedef struct {
    HANDLE process;
    bool wide;             /* the process is 64-bit, whatever the headers say */
    bool il_only;          /* code for .NET alone: Windows reads no import table of it */
    ULONG_PTR base;
    ULONG_PTR directories; /* address of the data directories */
    IMAGE_DATA_DIRECTORY table[IMAGE_NUMBEROF_DIRECTORY_ENTRIES];
    ULONG image_size;
} program;

/* Whether a process is a 32-bit one under 64-bit Windows. */
bool process_is_wow64(HANDLE process);
NTSTATUS process_read(HANDLE process, ULONG_PTR from, void *to, size_t size);
/* STATUS_INVALID_IMAGE_FORMAT when it is no program that this process can bring the library into. */
NTSTATUS program_read(HANDLE process, program *of);
