#include "service_state.h"

#include "hook.h"

#include <string.h>

static const session_pair *pair(uint32_t index)
{
    return session_pairs(session, session->services) + index;
}

bool service_find(text name, uint32_t *index)
{
    for (*index = 0; *index < session->services.count; ++*index)
        if (text_equal(name, service_name(*index)))
            return true;
    return false;
}

text service_name(uint32_t index)
{
    return session_at(pair(index)->from);
}

text service_command(uint32_t index)
{
    return session_at(pair(index)->to);
}

ULONG service_start_type(uint32_t index)
{
    return pair(index)->number & SERVICE_START_MASK;
}

bool service_is_shared(uint32_t index)
{
    return pair(index)->number & SERVICE_SHARED;
}

uint64_t service_process_created(HANDLE process)
{
    struct {
        LARGE_INTEGER created, ended, kernel, user;
    } times = {0};
    NtQueryInformationProcess(process, (PROCESSINFOCLASS)PROCESS_TIMES, &times, sizeof times, NULL);
    return (uint64_t)times.created.QuadPart;
}

HANDLE service_process(uint32_t index)
{
    const service_state *state = service_state_of(index);
    CLIENT_ID id = {(HANDLE)(ULONG_PTR)state->process, NULL};
    OBJECT_ATTRIBUTES attributes;
    LARGE_INTEGER now = {.QuadPart = 0};
    HANDLE process;
    InitializeObjectAttributes(&attributes, NULL, 0, NULL, NULL);
    if (!state->process
        || NtOpenProcess(&process, SYNCHRONIZE | PROCESS_TERMINATE | PROCESS_QUERY_LIMITED_INFORMATION, &attributes, &id) < 0)
        return NULL;
    if (service_process_created(process) == state->created && NtWaitForSingleObject(process, FALSE, &now) == (NTSTATUS)WAIT_TIMEOUT)
        return process;
    real.NtClose(process);
    return NULL;
}

static void read_status(const service_state *state, DWORD *status)
{
    for (int tries = 0; tries < 1000; tries++) { /* who changes it may die on the way */
        int32_t before = state->sequence;
        __sync_synchronize();
        memcpy(status, state->status, sizeof state->status);
        __sync_synchronize();
        if (!(before & 1) && before == state->sequence)
            return;
        YieldProcessor();
    }
}

SERVICE_STATUS_PROCESS service_status(uint32_t index)
{
    service_state *state = service_state_of(index);
    SERVICE_STATUS_PROCESS status = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS};
    read_status(state, &status.dwCurrentState);
    if (!status.dwCurrentState) { /* never started */
        status.dwCurrentState = SERVICE_STOPPED;
        status.dwWin32ExitCode = ERROR_SERVICE_NEVER_STARTED;
    }
    if (status.dwCurrentState == SERVICE_STOPPED)
        return status;
    HANDLE process = service_process(index);
    if (process) {
        status.dwProcessId = state->process;
        real.NtClose(process);
    } else {
        status = (SERVICE_STATUS_PROCESS){.dwServiceType = SERVICE_WIN32_OWN_PROCESS, .dwCurrentState = SERVICE_STOPPED,
                                          .dwWin32ExitCode = ERROR_PROCESS_ABORTED};
    }
    return status;
}

void service_set_status(uint32_t index, const SERVICE_STATUS *status)
{
    service_state *state = service_state_of(index);
    int32_t before = state->sequence & ~1;
    state->sequence = before + 1;
    __sync_synchronize();
    memcpy(state->status, &status->dwCurrentState, sizeof state->status);
    __sync_synchronize();
    state->sequence = before + 2;
}

HANDLE service_open(uint32_t index, service_line line)
{
    static const wchar_t *const NAMES[] = {L"-turn", L"-told", L"-answered"};
    OBJECT_ATTRIBUTES attributes;
    scratch memory;
    HANDLE object = NULL;
    scratch_begin(&memory);
    text name = text_join(&memory, 4, session_at(session->name), TEXT_OF("-service-"), text_decimal(&memory, index),
                          text_from(NAMES[line]));
    UNICODE_STRING spelling = text_unicode(name);
    InitializeObjectAttributes(&attributes, &spelling, OBJ_OPENIF | OBJ_CASE_INSENSITIVE, NULL, NULL);
    NTSTATUS status = line == SERVICE_LINE_TURN
        ? NtCreateMutant(&object, MUTANT_ALL_ACCESS, &attributes, FALSE)
        : NtCreateEvent(&object, EVENT_ALL_ACCESS, &attributes, 1 /* one waiter is woken */, FALSE);
    scratch_release(&memory);
    return status < 0 ? NULL : object;
}

bool service_wait(HANDLE answered, HANDLE process, ULONG milliseconds)
{
    HANDLE both[] = {answered, process};
    LARGE_INTEGER time = {.QuadPart = -(LONGLONG)milliseconds * 10000};
    return NtWaitForMultipleObjects(2, both, 1 /* any */, FALSE, &time) == STATUS_SUCCESS;
}
