#include "services.h"

#include "../common/memory.h"
#include "job.h"

#include <winternl.h>

enum { PATIENCE = 20000 }; /* milliseconds */

/* Ids are used again: the time decides. */
static bool is_process_of(const service_state *state, ULONG_PTR id)
{
    FILETIME created = {0}, ended, kernel, user;
    HANDLE process = id == state->process ? OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, (DWORD)id) : NULL;
    if (!process)
        return false;
    GetProcessTimes(process, &created, &ended, &kernel, &user);
    CloseHandle(process);
    return (created.dwLowDateTime | (uint64_t)created.dwHighDateTime << 32) == state->created;
}

static bool is_service(const session_header *session, ULONG_PTR process)
{
    for (uint32_t i = 0; i < session->services.count; i++)
        if (is_process_of(session_service_state(session, i), process))
            return true;
    return false;
}

static ULONG_PTR parent_of(ULONG_PTR process)
{
    HANDLE opened = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, (DWORD)process);
    PROCESS_BASIC_INFORMATION basic = {0};
    if (!opened)
        return 0;
    NtQueryInformationProcess(opened, ProcessBasicInformation, &basic, sizeof basic, NULL);
    CloseHandle(opened);
    return basic.InheritedFromUniqueProcessId;
}

bool services_hold(const session_header *session, const JOBOBJECT_BASIC_PROCESS_ID_LIST *tree, ULONG_PTR process)
{
    enum { DEEPEST = 64 };
    for (int step = 0; step < DEEPEST && job_list_has(tree, process) && !is_service(session, process); step++)
        process = parent_of(process);
    return job_list_has(tree, process) && is_service(session, process);
}

DWORD services_count(const session_header *session, HANDLE job)
{
    DWORD count = 0;
    if (!session->services.count)
        return 0;
    JOBOBJECT_BASIC_PROCESS_ID_LIST *list = job_processes(job);
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; i++)
        count += services_hold(session, list, list->ProcessIdList[i]);
    memory_free(list);
    return count;
}

/* This process is in the session: the hook library answers here, too. */
static void stop(SC_HANDLE manager, const wchar_t *name, HANDLE process)
{
    SERVICE_STATUS status;
    SC_HANDLE service = OpenServiceW(manager, name, SERVICE_STOP);
    if (service && ControlService(service, SERVICE_CONTROL_STOP, &status))
        WaitForSingleObject(process, PATIENCE);
    if (service)
        CloseServiceHandle(service);
}

void services_stop(const session_header *session, HANDLE job)
{
    SC_HANDLE manager = session->services.count ? OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT) : NULL;
    for (uint32_t i = 0; manager && i < session->services.count; i++) {
        session_pair pair = session_pairs(session, session->services)[i];
        DWORD id = session_service_state(session, i)->process;
        HANDLE process = id ? OpenProcess(SYNCHRONIZE | PROCESS_QUERY_INFORMATION, FALSE, id) : NULL;
        BOOL inside = FALSE;
        if (process && IsProcessInJob(process, job, &inside) && inside)
            stop(manager, session_string(session, pair.from), process);
        if (process)
            CloseHandle(process);
    }
    if (manager)
        CloseServiceHandle(manager);
}
