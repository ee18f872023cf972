/* What the container's variables and folders are on this machine, for the user who starts it. */
#pragma once

#include "config.h"

typedef struct {
    const wchar_t *root;        /* the container's folder */
    const wchar_t *home;        /* where its runtime lies: the same, unless it runs in a copy */
    const wchar_t *system;      /* C: */
    const wchar_t *windows;     /* C:\Windows */
    const wchar_t *profile;     /* C:\Users\name */
    const wchar_t *appdata, *local_appdata, *temp, *program_files;
    const wchar_t *user_key;    /* \Registry\User\S-1-5-21-... */
    const wchar_t *sid;         /* S-1-5-21-... */
} machine;

machine machine_here(void);
/* The value of CONTAINER_... or of an environment variable; NULL when it has none. */
const wchar_t *machine_variable(const machine *here, const wchar_t *name);
/* The text with %CONTAINER_...% and environment variables replaced; unknown ones stay as they are. */
wchar_t *machine_expand(const machine *here, const wchar_t *text);
/* Parts one after the other, ended by NULL; from memory_get. */
wchar_t *joined(const wchar_t *first, ...);

/* Of a path, in which case does not count: FNV-1a, 64 bits. */
unsigned long long path_digest(const wchar_t *path);
