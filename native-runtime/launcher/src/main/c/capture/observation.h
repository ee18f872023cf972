/*
 * Who changed what: the container's hook library, in its observing mode, goes into the step's whole tree of processes
 * and tells each change of a file or key, as JSON lines in one file (docs/project.md). It lies beside this program, as
 * x64\ctnr.dll and x86\ctnr.dll.
 */
#pragma once
#include <stdbool.h>
#include <windows.h>

/*
 * Ready for processes; false, with an event that says why, when nothing can be observed here. The library is tried first:
 * where it does not work, an event names it, and programs of its bitness run unobserved.
 */
bool observation_open(const wchar_t *file);

/* Brings the library into a process that was started suspended; an event says when it can't be. */
void observation_attach(const PROCESS_INFORMATION *started);

/* Everything that was told is in the file afterwards. */
void observation_close(void);
