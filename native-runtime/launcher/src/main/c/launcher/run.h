#pragma once

#include "config.h"
#include "machine.h"

/* Brings this process into the session, and from then on everything it starts. */
void enter(const session_header *session);
/* Out of it again. */
void leave(void);
/*
 * Starts the entry point with more arguments (may be NULL), waits for its whole tree, and gives its exit code. It tells
 * the events "started" and "exit" when there is an event log.
 */
int run_entry(const machine *here, const session_header *session, const entry_point *entry, const wchar_t *arguments, bool tell);
/* The 64-bit helper of a 32-bit process: what follows --attach. */
int attach(const wchar_t *command_line);
