/*
 * One thread of the session at a time changes which layer a key is seen in, where that takes more than one call. Who
 * finds a key missing that was there takes its turn as well and looks again. What who was killed in its turn had begun
 * (key_step.h) is finished before the next one.
 */
#pragma once

void key_turn_take(void);
void key_turn_end(void);
