/* Starting and controlling a service: what Windows' service control manager does, done by the process that asks. */
#include "services.h"

#include "hook.h"
#include "kernel.h"
#include "trace.h"

#include <string.h>

static DWORD put_arguments(service_state *state, ULONG count, const wchar_t *const *arguments)
{
    size_t used = 0;
    for (ULONG i = 0; i < count; i++) {
        text word = text_from(arguments[i]);
        if (used + word.length + 1 > SERVICE_ARGUMENT_ROOM)
            return ERROR_NOT_ENOUGH_MEMORY;
        memcpy(state->arguments + used, word.at, (word.length + 1) * sizeof(wchar_t));
        used += word.length + 1;
    }
    state->argument_count = count;
    return ERROR_SUCCESS;
}

/* The process stays suspended until the others can know it as the service's. */
static DWORD begin_process(uint32_t service, HANDLE *process)
{
    __typeof__(&CreateProcessW) create = (__typeof__(&CreateProcessW))kernel_function("CreateProcessW");
    service_state *state = service_state_of(service);
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    scratch memory;
    if (!create)
        return ERROR_PROC_NOT_FOUND;
    scratch_begin(&memory);
    wchar_t *line = (wchar_t *)text_copy(&memory, service_command(service)).at;
    const wchar_t *folder = text_join(&memory, 2, session_at(session->windows), TEXT_OF("\\System32")).at;
    DWORD error = create(NULL, line, NULL, NULL, FALSE, CREATE_SUSPENDED | CREATE_NO_WINDOW, NULL, folder, &startup, &started)
        ? ERROR_SUCCESS : RtlGetLastWin32Error();
    scratch_release(&memory);
    if (error)
        return error;
    state->connected = 0;
    state->answered = state->asked;
    state->created = service_process_created(started.hProcess);
    state->process = started.dwProcessId;
    service_set_status(service, &(SERVICE_STATUS){.dwCurrentState = SERVICE_START_PENDING, .dwWaitHint = 2000});
    NtResumeThread(started.hThread, NULL);
    real.NtClose(started.hThread);
    *process = started.hProcess;
    return ERROR_SUCCESS;
}

static DWORD start_in_turn(uint32_t service, HANDLE answered, ULONG count, const wchar_t *const *arguments)
{
    service_state *state = service_state_of(service);
    HANDLE process;
    if (service_status(service).dwCurrentState != SERVICE_STOPPED)
        return ERROR_SERVICE_ALREADY_RUNNING;
    if (!service_command(service).length)
        return ERROR_FILE_NOT_FOUND;
    DWORD error = put_arguments(state, count, arguments);
    NtClearEvent(answered);
    if (!error)
        error = begin_process(service, &process);
    if (error)
        return error;
    service_wait(answered, process, SERVICE_PATIENCE);
    if (!state->connected) {
        error = ERROR_SERVICE_REQUEST_TIMEOUT;
        NtTerminateProcess(process, STATUS(error));
    }
    real.NtClose(process);
    return error;
}

static DWORD control_in_turn(uint32_t service, HANDLE answered, DWORD control)
{
    service_state *state = service_state_of(service);
    HANDLE process = service_process(service), told = service_open(service, SERVICE_LINE_TOLD);
    DWORD error = ERROR_SERVICE_NOT_ACTIVE;
    if (process && told) {
        uint32_t number = state->asked + 1;
        NtClearEvent(answered);
        state->control = control;
        __sync_synchronize();
        state->asked = number;
        NtSetEvent(told, NULL);
        service_wait(answered, process, SERVICE_PATIENCE);
        error = state->answered == number ? state->answer : ERROR_SERVICE_REQUEST_TIMEOUT;
    }
    if (process)
        real.NtClose(process);
    if (told)
        real.NtClose(told);
    return error;
}

typedef struct {
    HANDLE turn, answered;
} session_turn;

static bool take_turn(uint32_t service, session_turn *of)
{
    of->turn = service_open(service, SERVICE_LINE_TURN);
    of->answered = service_open(service, SERVICE_LINE_ANSWERED);
    if (of->turn && of->answered) {
        NtWaitForSingleObject(of->turn, FALSE, NULL);
        return true;
    }
    if (of->turn)
        real.NtClose(of->turn);
    if (of->answered)
        real.NtClose(of->answered);
    return false;
}

static void give_turn(session_turn *of)
{
    NtReleaseMutant(of->turn, NULL);
    real.NtClose(of->turn);
    real.NtClose(of->answered);
}

DWORD service_start(uint32_t service, ULONG count, const wchar_t *const *arguments)
{
    session_turn turn;
    if (service_start_type(service) == SERVICE_DISABLED)
        return ERROR_SERVICE_DISABLED;
    if (!take_turn(service, &turn))
        return ERROR_NOT_ENOUGH_MEMORY;
    DWORD error = start_in_turn(service, turn.answered, count, arguments);
    give_turn(&turn);
    if (!error)
        trace_service("StartServiceW", "service-started", service_name(service));
    else if (error != ERROR_SERVICE_ALREADY_RUNNING)
        event("service-not-started", service_name(service), STATUS(0xC0070000 | error)); /* NTSTATUS_FROM_WIN32 */
    return error;
}

/* Which bit of dwControlsAccepted a control needs; 0 when it needs none. */
static DWORD accepted_as(DWORD control)
{
    switch (control) {
    case SERVICE_CONTROL_STOP:
        return SERVICE_ACCEPT_STOP;
    case SERVICE_CONTROL_PAUSE:
    case SERVICE_CONTROL_CONTINUE:
        return SERVICE_ACCEPT_PAUSE_CONTINUE;
    case SERVICE_CONTROL_PARAMCHANGE:
        return SERVICE_ACCEPT_PARAMCHANGE;
    case SERVICE_CONTROL_NETBINDADD:
    case SERVICE_CONTROL_NETBINDREMOVE:
    case SERVICE_CONTROL_NETBINDENABLE:
    case SERVICE_CONTROL_NETBINDDISABLE:
        return SERVICE_ACCEPT_NETBINDCHANGE;
    default:
        return 0;
    }
}

static DWORD acceptable(uint32_t service, DWORD control)
{
    SERVICE_STATUS_PROCESS now = service_status(service);
    DWORD needed = accepted_as(control);
    if (now.dwCurrentState == SERVICE_STOPPED)
        return ERROR_SERVICE_NOT_ACTIVE;
    if ((now.dwCurrentState == SERVICE_STOP_PENDING || now.dwCurrentState == SERVICE_START_PENDING)
        && (needed || control >= 128))
        return ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
    return (needed & now.dwControlsAccepted) == needed ? ERROR_SUCCESS : ERROR_INVALID_SERVICE_CONTROL;
}

DWORD service_control(uint32_t service, DWORD control)
{
    session_turn turn;
    if (!take_turn(service, &turn))
        return ERROR_NOT_ENOUGH_MEMORY;
    DWORD error = acceptable(service, control);
    if (!error)
        error = control_in_turn(service, turn.answered, control);
    give_turn(&turn);
    return error;
}
