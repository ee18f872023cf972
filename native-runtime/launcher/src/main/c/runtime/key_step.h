/*
 * The step between two calls by which a whiteout takes the place of a key, or a key that of a whiteout (session/step.h):
 * from here until its end there is a moment in which the key has no whiteout that it must have. In a turn (key_turn.h).
 */
#pragma once

#include "key_path.h"

/* What stands in the session's registry from here on. Without it nothing may be changed. */
NTSTATUS key_step_begin(scratch *in, const key_path *of, bool made_again);
void key_step_end(void);
/* Whether somebody is in the middle of one, or was killed in it: what is read in a turn is right. */
bool key_step_is_begun(void);
/* What another thread began and did not end: nobody else has the turn, so it is no more. */
void key_step_finish_left(void);
