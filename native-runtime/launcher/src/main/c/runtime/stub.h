/*
 * The system call stubs of ntdll: each has one of few known shapes, all of them position-independent, so that a copy of
 * one works wherever it lies. A stub of any other shape is somebody else's (a security product's, a new Windows'), and
 * is left alone.
 */
#pragma once

#include <stdbool.h>

enum { STUB_ROOM = 32 }; /* bytes for a copy */

bool stub_is_known(const void *stub);
void stub_copy(void *to, const void *stub);
/* Makes the stub jump to target; false when its page can't be written. */
bool stub_divert(void *stub, void *target);
/* Gives a stub that was diverted its own bytes back, from its copy. */
void stub_restore(void *stub, const void *copy);
