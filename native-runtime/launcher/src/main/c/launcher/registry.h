/*
 * The container's registry while it runs: keys that hold what its two hives hold, and that every process of the
 * session opens by their names.
 */
#pragma once

#include "machine.h"

#include <stdbool.h>

typedef struct {
    const wchar_t *id;            /* of the container on this machine: ctnr-0123456789abcdef */
    const wchar_t *path;          /* below HKEY_CURRENT_USER: Software\Ctnr\Sessions\id */
    const wchar_t *key;           /* the same key, by its NT name */
    const wchar_t *user, *machine; /* NT names of the container's HKEY_CURRENT_USER and HKEY_LOCAL_MACHINE\Software */
} registry;

/* Names only; nothing is made yet. */
registry registry_of(const wchar_t *id);

/*
 * Makes the keys, in the session's lock, when no other launcher holds them. running says that processes of the container
 * may be there that outlived their launcher: they keep the keys that they use.
 */
void registry_open(const registry *keys, const machine *here, bool running);

/* Puts the registry away, in the session's lock, when the last launcher goes. Nothing of it stays on the machine. */
void registry_close(const registry *keys, const machine *here);
