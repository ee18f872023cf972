/*
 * The service's own side: a process that was started as a service of the container's finds its manager here. Each has a
 * process to itself, whatever type its program thinks it has.
 */
#include "services.h"

#include "hook.h"
#include "kernel.h"


static struct {
    bool runs, stopped;
    uint32_t service;
    union {
        LPSERVICE_MAIN_FUNCTIONW wide;
        LPSERVICE_MAIN_FUNCTIONA narrow;
    } main;
    bool is_wide;
    LPHANDLER_FUNCTION handler;
    LPHANDLER_FUNCTION_EX handler_ex;
    void *context;
    HANDLE told, answered;
    RTL_CRITICAL_SECTION lock;
} self;

static bool is_mine(uint32_t service)
{
    return service_state_of(service)->process == (uint32_t)process_id();
}

static DWORD WINAPI run(void *unused)
{
    const service_state *state = service_state_of(self.service);
    uint32_t count = state->argument_count + 1;
    scratch memory; /* for as long as the process lives: services keep what they are given */
    scratch_begin(&memory);
    const wchar_t **wide = memory_get(count * sizeof *wide);
    const char **narrow = memory_get(count * sizeof *narrow);
    const wchar_t *at = state->arguments;
    for (uint32_t i = 0; i < count; i++) {
        text word = i ? text_from(at) : service_name(self.service);
        at += i ? word.length + 1 : 0;
        wide[i] = text_keep(word).at;
        if (!self.is_wide)
            narrow[i] = service_narrow(&memory, word).Buffer;
    }
    (void)unused;
    if (self.is_wide)
        self.main.wide(count, (wchar_t **)wide);
    else
        self.main.narrow(count, (char **)narrow);
    return 0;
}

static void answer(void)
{
    service_state *state = service_state_of(self.service);
    uint32_t number = state->asked;
    if (number == state->answered)
        return;
    DWORD error = ERROR_SUCCESS;
    if (self.handler_ex)
        error = self.handler_ex(state->control, 0, NULL, self.context);
    else if (self.handler)
        self.handler(state->control);
    else
        error = ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
    state->answer = error;
    __sync_synchronize();
    state->answered = number;
    NtSetEvent(self.answered, NULL);
}

/* Which service this process was started as; a program that was started otherwise is told so by Windows as well. */
static bool is_service(void)
{
    for (self.service = 0; self.service < session->services.count; self.service++)
        if (is_mine(self.service) && !service_state_of(self.service)->connected)
            return true;
    return service_fail(ERROR_FAILED_SERVICE_CONTROLLER_CONNECT);
}

static BOOL dispatch(void)
{
    __typeof__(&CreateThread) create = (__typeof__(&CreateThread))kernel_function("CreateThread");
    uint32_t service = self.service;
    self.told = service_open(service, SERVICE_LINE_TOLD);
    self.answered = service_open(service, SERVICE_LINE_ANSWERED);
    RtlInitializeCriticalSection(&self.lock);
    self.runs = true;
    HANDLE thread = create && self.told && self.answered ? create(NULL, 0, run, NULL, CREATE_SUSPENDED, NULL) : NULL;
    if (!thread)
        return service_fail(ERROR_NOT_ENOUGH_MEMORY);
    service_state_of(service)->connected = 1;
    NtSetEvent(self.answered, NULL);
    NtResumeThread(thread, NULL);
    real.NtClose(thread);
    while (!self.stopped) {
        NtWaitForSingleObject(self.told, FALSE, NULL);
        answer();
    }
    return TRUE;
}

/* The table's first entry is meant where none has the service's name. */
BOOL WINAPI hook_StartServiceCtrlDispatcherW(const SERVICE_TABLE_ENTRYW *table)
{
    if (!is_service())
        return FALSE;
    self.is_wide = true;
    self.main.wide = table->lpServiceProc;
    for (const SERVICE_TABLE_ENTRYW *item = table; item->lpServiceName && item->lpServiceProc; item++)
        if (text_equal(text_from(item->lpServiceName), service_name(self.service)))
            self.main.wide = item->lpServiceProc;
    return dispatch();
}

BOOL WINAPI hook_StartServiceCtrlDispatcherA(const SERVICE_TABLE_ENTRYA *table)
{
    if (!is_service())
        return FALSE;
    scratch memory;
    scratch_begin(&memory);
    self.main.narrow = table->lpServiceProc;
    for (const SERVICE_TABLE_ENTRYA *item = table; item->lpServiceName && item->lpServiceProc; item++)
        if (text_equal(text_from(service_wide(&memory, item->lpServiceName)), service_name(self.service)))
            self.main.narrow = item->lpServiceProc;
    scratch_release(&memory);
    return dispatch();
}

static SERVICE_STATUS_HANDLE handle_by(LPHANDLER_FUNCTION handler, LPHANDLER_FUNCTION_EX handler_ex, void *context)
{
    self.context = context;
    self.handler = handler;
    self.handler_ex = handler_ex;
    return (SERVICE_STATUS_HANDLE)&self;
}

SERVICE_STATUS_HANDLE WINAPI hook_RegisterServiceCtrlHandlerW(LPCWSTR name, LPHANDLER_FUNCTION handler)
{
    return self.runs ? handle_by(handler, NULL, NULL) : real_services.RegisterServiceCtrlHandlerW(name, handler);
}

SERVICE_STATUS_HANDLE WINAPI hook_RegisterServiceCtrlHandlerA(LPCSTR name, LPHANDLER_FUNCTION handler)
{
    return self.runs ? handle_by(handler, NULL, NULL) : real_services.RegisterServiceCtrlHandlerA(name, handler);
}

SERVICE_STATUS_HANDLE WINAPI hook_RegisterServiceCtrlHandlerExW(LPCWSTR name, LPHANDLER_FUNCTION_EX handler, LPVOID context)
{
    return self.runs ? handle_by(NULL, handler, context)
                     : real_services.RegisterServiceCtrlHandlerExW(name, handler, context);
}

SERVICE_STATUS_HANDLE WINAPI hook_RegisterServiceCtrlHandlerExA(LPCSTR name, LPHANDLER_FUNCTION_EX handler, LPVOID context)
{
    return self.runs ? handle_by(NULL, handler, context)
                     : real_services.RegisterServiceCtrlHandlerExA(name, handler, context);
}

BOOL WINAPI hook_SetServiceStatus(SERVICE_STATUS_HANDLE handle, LPSERVICE_STATUS status)
{
    if (handle != (SERVICE_STATUS_HANDLE)&self)
        return real_services.SetServiceStatus(handle, status);
    if (status->dwCurrentState < SERVICE_STOPPED || status->dwCurrentState > SERVICE_PAUSED)
        return service_fail(ERROR_INVALID_DATA);
    RtlEnterCriticalSection(&self.lock);
    bool ends = status->dwCurrentState == SERVICE_STOPPED;
    if (!self.stopped && is_mine(self.service))
        service_set_status(self.service, status);
    self.stopped |= ends;
    RtlLeaveCriticalSection(&self.lock);
    if (ends)
        NtSetEvent(self.told, NULL);
    return TRUE;
}
