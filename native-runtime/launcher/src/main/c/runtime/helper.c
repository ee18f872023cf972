#include "helper.h"

#include "hook.h"
#include "kernel.h"

#include <string.h>

/* Wine may lose it (common/process_start.h), and then nothing was done to the child: it is started again. */
static NTSTATUS start(wchar_t *command_line, const wchar_t *program, PROCESS_INFORMATION *started)
{
    __typeof__(&CreateProcessW) create = (__typeof__(&CreateProcessW))kernel_function("CreateProcessW");
    STARTUPINFOW startup = {.cb = sizeof startup};
    DWORD error = create ? ERROR_INTERNAL_ERROR : ERROR_PROC_NOT_FOUND;
    for (int tries = 3; error == ERROR_INTERNAL_ERROR && tries--;) {
        if (create(program, command_line, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, session_at(session->windows).at, &startup,
                   started))
            return STATUS_SUCCESS;
        error = RtlGetLastWin32Error();
    }
    return STATUS(0xC0070000 | error); /* NTSTATUS_FROM_WIN32 */
}

/* Its exit code is the status that attaching had. */
static NTSTATUS run(wchar_t *command_line, const wchar_t *program)
{
    PROCESS_INFORMATION started;
    PROCESS_BASIC_INFORMATION basic;
    NTSTATUS status = start(command_line, program, &started);
    if (status < 0)
        return status;
    NtWaitForSingleObject(started.hProcess, FALSE, NULL);
    status = NtQueryInformationProcess(started.hProcess, ProcessBasicInformation, &basic, sizeof basic, NULL);
    real.NtClose(started.hThread);
    real.NtClose(started.hProcess);
    return status < 0 ? status : basic.ExitStatus;
}

static NTSTATUS ids_of(HANDLE process, HANDLE thread, CLIENT_ID *ids)
{
    PROCESS_BASIC_INFORMATION of_process;
    thread_basic of_thread;
    NTSTATUS status = NtQueryInformationProcess(process, ProcessBasicInformation, &of_process, sizeof of_process, NULL);
    if (status >= 0)
        status = NtQueryInformationThread(thread, (THREADINFOCLASS)THREAD_BASIC, &of_thread, sizeof of_thread, NULL);
    if (status >= 0)
        *ids = (CLIENT_ID){(HANDLE)of_process.UniqueProcessId, of_thread.ClientId.UniqueThread};
    return status;
}

NTSTATUS helper_attach(HANDLE process, HANDLE thread, text directory)
{
    CLIENT_ID ids;
    NTSTATUS status = ids_of(process, thread, &ids);
    if (status < 0)
        return status;
    scratch memory;
    scratch_begin(&memory);
    text command = text_join(&memory, 10, TEXT_OF("\""), session_at(session->launcher), TEXT_OF("\" --attach "),
                             session_at(session->name), TEXT_OF(" "), text_decimal(&memory, (ULONG_PTR)ids.UniqueProcess),
                             TEXT_OF(" "), text_decimal(&memory, (ULONG_PTR)ids.UniqueThread), TEXT_OF(" "), directory);
    status = run((wchar_t *)command.at, session_at(session->launcher).at);
    scratch_release(&memory);
    return status;
}
