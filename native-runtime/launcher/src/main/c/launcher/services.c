#include "services.h"

#include "../memory.h"

#include <winternl.h>

enum { PATIENCE = 20000 }; /* milliseconds */

static JOBOBJECT_BASIC_PROCESS_ID_LIST *processes_of(HANDLE job)
{
    DWORD room = 64;
    for (;;) {
        JOBOBJECT_BASIC_PROCESS_ID_LIST *list = memory_get(sizeof *list + room * sizeof list->ProcessIdList[0]);
        DWORD size = (DWORD)(sizeof *list + room * sizeof list->ProcessIdList[0]);
        if (QueryInformationJobObject(job, JobObjectBasicProcessIdList, list, size, NULL)
            && list->NumberOfProcessIdsInList >= list->NumberOfAssignedProcesses)
            return list;
        if (room > 1 << 16) {
            list->NumberOfProcessIdsInList = 0;
            return list;
        }
        memory_free(list);
        room *= 4;
    }
}

static bool in_list(const JOBOBJECT_BASIC_PROCESS_ID_LIST *list, ULONG_PTR process)
{
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; i++)
        if (list->ProcessIdList[i] == process)
            return true;
    return false;
}

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

DWORD services_count(const session_header *session, HANDLE job)
{
    enum { DEEPEST = 64 };
    DWORD count = 0;
    if (!session->services.count)
        return 0;
    JOBOBJECT_BASIC_PROCESS_ID_LIST *list = processes_of(job);
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; i++) {
        ULONG_PTR process = list->ProcessIdList[i];
        for (int step = 0; step < DEEPEST && in_list(list, process) && !is_service(session, process); step++)
            process = parent_of(process);
        count += in_list(list, process) && is_service(session, process);
    }
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
