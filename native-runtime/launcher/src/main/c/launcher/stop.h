/* Ending from outside what a launcher started: from another program, by the launcher's process id. */
#pragma once

#include "../session/session.h"

#include <windows.h>

/*
 * From now on this launcher can be asked to stop. The first time, the windows of its tree are closed as a person closes
 * them, and what is left after ten seconds is ended, as is at once what shows none. Asked again, it ends everything at
 * once. Services are left to the launcher, which stops them after the tree.
 */
void stop_listen(const session_header *session, HANDLE job);

/* Asks the launcher with this process id to stop, and waits until it has; gives this program's exit code. */
int stop_ask(DWORD launcher);
