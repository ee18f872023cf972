/* The processes of a job: what was started and everything it started. */
#pragma once

#include <stdbool.h>
#include <windows.h>

/* Empty when Windows does not say; from memory_get. */
JOBOBJECT_BASIC_PROCESS_ID_LIST *job_processes(HANDLE job);
bool job_list_has(const JOBOBJECT_BASIC_PROCESS_ID_LIST *list, ULONG_PTR process);
