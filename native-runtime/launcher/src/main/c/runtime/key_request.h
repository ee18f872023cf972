#pragma once

#include "key_path.h"

/* The arguments of NtOpenKeyEx and NtCreateKey; title, class and disposition are those of creating. */
typedef struct {
    PHANDLE key;
    ACCESS_MASK access;
    const OBJECT_ATTRIBUTES *attributes;
    ULONG options;
    bool create;
    ULONG title;
    const UNICODE_STRING *class;
    PULONG disposition;
    const char *api; /* who asks, for the trace */
} key_request;

/* Opens or creates as the view has it. */
NTSTATUS key_open(const key_request *of);
/* The real call, with other access and attributes. */
NTSTATUS key_open_as_said(const key_request *of, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes);
/* Opens what the host has, with that access, and creates nothing. */
NTSTATUS key_open_on_host(scratch *in, const key_request *of, const key_path *path, ACCESS_MASK access);
