/* The launchers that are there: as long as one is, the container's registry is in use. */
#pragma once

#include "../session/session.h"

#include <stdbool.h>

/* To be called in the session's lock. */
bool holders_others(const session_header *session);
/* Takes a place for this process; false when all of them are taken. */
bool holders_enter(const session_header *session);
void holders_leave(const session_header *session);
