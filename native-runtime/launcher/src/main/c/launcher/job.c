#include "job.h"

#include "../common/memory.h"

JOBOBJECT_BASIC_PROCESS_ID_LIST *job_processes(HANDLE job)
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

bool job_list_has(const JOBOBJECT_BASIC_PROCESS_ID_LIST *list, ULONG_PTR process)
{
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; i++)
        if (list->ProcessIdList[i] == process)
            return true;
    return false;
}
