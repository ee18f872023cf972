#pragma once

#include "../session/services.h"

#include <stdbool.h>
#include <windows.h>

/* Whether a process of the job's is a service of the container's, or was started by one that is still there. */
bool services_hold(const session_header *session, const JOBOBJECT_BASIC_PROCESS_ID_LIST *tree, ULONG_PTR process);
/* How many processes of the job they hold. */
DWORD services_count(const session_header *session, HANDLE job);
/* Asks those services to stop, and waits for each as long as Windows would at its own end: they end with the job. */
void services_stop(const session_header *session, HANDLE job);
