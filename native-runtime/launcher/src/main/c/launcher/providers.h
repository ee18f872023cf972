/*
 * What can put a container's layer over the host's. Less isolation than config.yml asks for is never given silently: a
 * provider that this machine or this runtime lacks is refused, by name.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

typedef struct {
    const char *name, *also; /* as config.yml may spell it; also may be NULL */
    bool files, registry;    /* what it could do */
    bool built_in;           /* this runtime can use it */
    const wchar_t *driver;   /* a device that is there when its driver is; NULL when it needs none */
    const wchar_t *about;
} provider;

extern const provider providers[];
extern const size_t provider_count;

/* NULL when there is none of that name for that purpose. */
const provider *provider_named(const char *name, bool files);
/* Why it can't be used here, in one sentence; NULL when it can. */
const wchar_t *provider_problem(const provider *of);
