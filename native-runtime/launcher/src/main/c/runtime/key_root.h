/* The roots of the container's two hives, in whichever way the session holds its registry. */
#pragma once

#include "key_path.h"

/*
 * Loads the session's hive, if it has one, and learns what its keys are called; once, before any hook. When that can't be
 * done every call on a key of the container's fails, and an event says so.
 */
void key_roots_start(void);
/* This process' own handle of a root; it is not to be closed. */
NTSTATUS key_root_open(hive of, HANDLE *root);
/* The same for the key beside them (session/step.h). */
NTSTATUS key_root_state(HANDLE *state);
/* The name of a root beside that key. */
text key_root_in_session(hive of);
/* What names of handles of the container's keys begin with, in the object manager's spelling; empty when nobody knows. */
text key_root_name(hive of);
/* Lets the roots go, in a process that sees the host again. */
void key_roots_finish(void);
