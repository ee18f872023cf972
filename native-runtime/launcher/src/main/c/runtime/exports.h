/*
 * Puts functions before those of a library that have no fixed shape, as the stubs of ntdll have: their code is left
 * alone. What names them is changed instead: the library's export table, from which imports and GetProcAddress are
 * answered from then on, and the import tables that were filled in before. What a library calls inside itself is not
 * reached.
 *
 * An export is an offset of 32 bits behind the library's base, so on 64-bit Windows the way to a hook leads over a jump
 * in memory close behind the library.
 */
#pragma once

#include "nt.h"

#include <stdbool.h>
#include <stddef.h>

enum { EXPORT_PROVIDERS = 3 };

typedef struct {
    const char *name;
    void *hook;
    void **real;                   /* set to the function of the first provider that has it */
    void *found[EXPORT_PROVIDERS]; /* the function itself, in each library that does not just hand it on */
} export_hook;

/* Sorts the table by name. Providers may be NULL; those that are loaded later are seen to when they come. */
NTSTATUS exports_install(export_hook *table, size_t count, const wchar_t *const *providers);
