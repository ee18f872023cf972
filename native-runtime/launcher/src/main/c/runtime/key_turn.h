/*
 * One thread of the session at a time changes which layer a key is seen in, where that takes more than one call. Who
 * finds a key missing that was there takes its turn as well and looks again.
 */
#pragma once

#include "key_path.h"

void key_turn_take(void);
void key_turn_end(void);

/*
 * In a turn: from here until key_turn_deleted there is a moment in which the key has no whiteout that it must have. Who is
 * killed meanwhile leaves that to the next turn, which deletes the key, or what was made again of it if it is not there.
 */
void key_turn_deletes(const key_path *of, bool made_again);
void key_turn_deleted(void);
/* Whether somebody is in the middle of that, or was killed in it: what is read in a turn is right. */
bool key_turn_is_deleting(void);
