/*
 * One layer of a key that is watched: the key itself or, while the layer has it not, the nearest one above it, whose
 * subkeys say when it comes.
 */
#pragma once

#include "key_layer.h"

typedef struct {
    ULONG filter; /* REG_NOTIFY_... */
    BOOLEAN tree;
} key_watching;

typedef struct {
    key_path path;     /* its text is of who made this */
    bool own, apart;   /* which layer; whether the other is out of sight */
    HANDLE key, event; /* the event is set when there is something to look at */
    bool there;        /* key is the key itself */
    bool known, was_there; /* what was seen of that before */
    bool pending;
    uint64_t names;    /* what the container adds to the host's names, where names alone are asked for */
    IO_STATUS_BLOCK io;
} key_watched;

/* Begins to wait, where it does not. told is set when the key has come or gone meanwhile, and that is to be seen. */
NTSTATUS key_watched_arm(key_watched *of, const key_watching *how, bool *told);
/* Whether a change was told since; what is not sure yet is seen when it is armed again. */
bool key_watched_fired(key_watched *of, const key_watching *how);
/* Whether this Windows writes the status of a change, as Wine does not. */
bool key_watched_writes(void);
void key_watched_end(key_watched *of);
