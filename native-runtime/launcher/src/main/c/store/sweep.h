#pragma once

/*
 * Removes keys of sessions whose containers are gone, or that were written back and did not come to their end: a
 * container that was moved has another id, and would never come back to them.
 */
void sweep_sessions(void);
