#pragma once

#include "nt.h"

/* The arguments of NtCreateFile. */
typedef struct {
    PHANDLE file;
    ACCESS_MASK access;
    POBJECT_ATTRIBUTES attributes;
    PIO_STATUS_BLOCK io;
    PLARGE_INTEGER allocation;
    ULONG file_attributes, share, disposition, options;
    PVOID ea;
    ULONG ea_length;
    const char *api; /* who asks, for the trace */
} open_request;

/* Opens as the view has it. */
NTSTATUS open_file(const open_request *of);
/* Opens as asked, past the view. */
NTSTATUS open_real(const open_request *of);
