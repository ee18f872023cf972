/*
 * What holds a container's registry while it runs: a root, below which lie the session's state and both hives. There are
 * two of them, and which is used is found out by trying (launcher/registry_choice.h).
 */
#pragma once

#include "../regf/regf.h"
#include "place.h"

#include <stdbool.h>
#include <windows.h>

struct holder {
    const char *name; /* as --registry has it */
    registry_provider provider;
    /*
     * Puts there what lies below the root: the hives in their order, and the state with its session. NULL only when all of
     * it can be read back; else what could not be done, from memory_get.
     */
    wchar_t *(*load)(const place *at, uint64_t session, const regf_key *root);
    /* A handle of the root, for the registry's calls; NULL with GetLastError when there is none. */
    HANDLE (*open)(const place *at);
    void (*close)(HANDLE root);
    /* Where open gives none, what the root had when it was last there; bytes as exchange_save. NULL: it is not kept so. */
    bool (*read_unloaded)(const place *at, regf_tree *tree, uint8_t **bytes);
    /* Nothing of it stays. */
    void (*remove)(const place *at);
};

extern const holder holder_of_keys, holder_of_hive;
