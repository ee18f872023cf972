/*
 * The container's registry on the machine while it runs: a key with the session's state and both hives below it, in what
 * the place's holder keeps.
 */
#pragma once

#include "merge.h"
#include "place.h"

#include <windows.h>

typedef struct {
    uint64_t session;       /* 0: there is none, or it was not loaded to its end */
    variables with;         /* the values that it was loaded with */
    regf_key *hives[HIVES];
    regf_tree tree;         /* what all of it lies in */
    uint8_t *bytes;
} image;

/* Puts hives (as applications see them) there, with the state; NULL, or what could not be done, from memory_get. */
wchar_t *image_load(const place *at, uint64_t session, const variables *with, regf_key *const hives[HIVES], arena *memory);
/* Whether this is what the holder has. */
bool image_is(const place *at, uint64_t session, regf_key *const hives[HIVES]);
/* The session whose keys are there; 0 when there are none, or not all. */
uint64_t image_session(const place *at);
/* What applications have made of it. The same answers. */
wchar_t *image_save(const place *at, image *saved);
void image_release(image *saved);
