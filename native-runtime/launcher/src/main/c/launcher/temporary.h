#pragma once

#include "machine.h"

#include <stdbool.h>

/* Whether the container's folder takes new files. */
bool temporary_is_needed(const machine *here);
/*
 * Lets the container run in a copy of what it holds, in the user's temporary folder, that is removed when this process
 * ends: the root is there then, the runtime itself stays where it was. Ends the program when it can't be made.
 */
void temporary_use(machine *here);
/*
 * Removes copies that launchers left which were killed, of whichever container; those that run keep theirs. A thread does
 * it: the application's start does not wait for what others left.
 */
void temporary_sweep(void);
