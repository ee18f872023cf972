#include "helper.h"

#include "hook.h"
#include "kernel.h"

#include <string.h>

/* Its exit code is the status that attaching had. */
static NTSTATUS run(wchar_t *command_line, const wchar_t *program)
{
    __typeof__(&CreateProcessW) create = (__typeof__(&CreateProcessW))kernel_function("CreateProcessW");
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    if (!create || !create(program, command_line, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, session_at(session->windows).at,
                           &startup, &started))
        return STATUS_UNSUCCESSFUL;
    PROCESS_BASIC_INFORMATION basic;
    NtWaitForSingleObject(started.hProcess, FALSE, NULL);
    NTSTATUS status = NtQueryInformationProcess(started.hProcess, ProcessBasicInformation, &basic, sizeof basic, NULL);
    real.NtClose(started.hThread);
    real.NtClose(started.hProcess);
    return status < 0 ? status : basic.ExitStatus;
}

NTSTATUS helper_attach(HANDLE process, text directory)
{
    PROCESS_BASIC_INFORMATION basic;
    NTSTATUS status = NtQueryInformationProcess(process, ProcessBasicInformation, &basic, sizeof basic, NULL);
    if (status < 0)
        return status;
    scratch memory;
    scratch_begin(&memory);
    text command = text_join(&memory, 8, TEXT_OF("\""), session_at(session->launcher), TEXT_OF("\" --attach "),
                             session_at(session->name), TEXT_OF(" "), text_decimal(&memory, (ULONG_PTR)basic.UniqueProcessId),
                             TEXT_OF(" "), directory);
    status = run((wchar_t *)command.at, session_at(session->launcher).at);
    scratch_release(&memory);
    return status;
}
