#pragma once

#include "../session/services.h"

#include <stdbool.h>
#include <windows.h>

/* How many processes of the job are services of the container's, or were started by one that is still there. */
DWORD services_count(const session_header *session, HANDLE job);
/* Asks those services to stop, and waits for each as long as Windows would at its own end: they end with the job. */
void services_stop(const session_header *session, HANDLE job);
