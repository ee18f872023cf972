/*
 * Starts a command in each way that Windows has, and prints the way and the exit code of what was started:
 * start_child PROGRAM ARGUMENTS. It says what Windows answered where a way is refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#include <shellapi.h>

static void tell(const char *way, HANDLE process)
{
    DWORD code = 0;
    WaitForSingleObject(process, INFINITE);
    GetExitCodeProcess(process, &code);
    printf("%s %lu\n", way, code);
    fflush(stdout);
    CloseHandle(process);
}

static void with_flags(const char *way, const wchar_t *command, DWORD flags)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    wchar_t *line = _wcsdup(command);
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, flags, NULL, NULL, &startup, &started)) {
        printf("%s refused %lu\n", way, GetLastError());
        return;
    }
    if (flags & CREATE_SUSPENDED)
        ResumeThread(started.hThread);
    for (DEBUG_EVENT event; flags & DEBUG_ONLY_THIS_PROCESS;) {
        if (!WaitForDebugEvent(&event, INFINITE))
            break;
        BOOL first = event.dwDebugEventCode == EXCEPTION_DEBUG_EVENT
                  && event.u.Exception.ExceptionRecord.ExceptionCode != (DWORD)EXCEPTION_BREAKPOINT;
        ContinueDebugEvent(event.dwProcessId, event.dwThreadId, first ? DBG_EXCEPTION_NOT_HANDLED : DBG_CONTINUE);
        if (event.dwDebugEventCode == EXIT_PROCESS_DEBUG_EVENT)
            break;
    }
    CloseHandle(started.hThread);
    tell(way, started.hProcess);
}

/* Nothing of the parent's environment. */
static void with_environment(const char *way, const wchar_t *command, const wchar_t *block)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    wchar_t *line = _wcsdup(command);
    if (CreateProcessW(NULL, line, NULL, NULL, FALSE, CREATE_UNICODE_ENVIRONMENT, (void *)block, NULL, &startup, &started))
        tell(way, started.hProcess);
    else
        printf("%s refused %lu\n", way, GetLastError());
}

static void as_user(const wchar_t *command)
{
    HANDLE token = NULL;
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    wchar_t *line = _wcsdup(command);
    OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &token);
    if (CreateProcessAsUserW(token, NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &started))
        tell("as-user", started.hProcess);
    else
        printf("as-user refused %lu\n", GetLastError());
}

static void by_shell(const wchar_t *command)
{
    wchar_t *file = _wcsdup(command), *rest = wcschr(file, L' ');
    SHELLEXECUTEINFOW call = {.cbSize = sizeof call, .fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_FLAG_NO_UI, .nShow = SW_HIDE};
    *rest = 0;
    call.lpFile = file;
    call.lpParameters = rest + 1;
    if (ShellExecuteExW(&call) && call.hProcess)
        tell("shell", call.hProcess);
    else
        printf("shell refused %lu\n", GetLastError());
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t command[1024] = L"";
    for (int i = 1; i < count; i++)
        swprintf(command + wcslen(command), 1024 - wcslen(command), L"%ls%ls", i > 1 ? L" " : L"", words[i]);
    with_flags("plain", command, 0);
    with_flags("suspended", command, CREATE_SUSPENDED);
    with_flags("breakaway", command, CREATE_BREAKAWAY_FROM_JOB);
    with_flags("detached", command, DETACHED_PROCESS);
    with_flags("no-window", command, CREATE_NO_WINDOW);
    with_flags("own-console", command, CREATE_NEW_CONSOLE);
    with_flags("debugged", command, DEBUG_ONLY_THIS_PROCESS);
    with_environment("empty-environment", command, L"\0");
    with_environment("other-environment", command, L"OTHER=1\0");
    as_user(command);
    by_shell(command);
    return 0;
}
