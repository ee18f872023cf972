/*
 * Starts a command in each way that Windows has, and prints the way and the exit code of what was started:
 * start_child PROGRAM ARGUMENTS. It says what Windows answered where a way is refused.
 */
#define COBJMACROS
#include <initguid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#include <objbase.h>
#include <shellapi.h>

#include "guest.h"

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

static void by_shell(const char *way, const wchar_t *file, const wchar_t *arguments)
{
    SHELLEXECUTEINFOW call = {.cbSize = sizeof call, .fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_FLAG_NO_UI,
                              .lpFile = file, .lpParameters = arguments, .nShow = SW_HIDE};
    if (ShellExecuteExW(&call) && call.hProcess)
        tell(way, call.hProcess);
    else
        printf("%s refused %lu\n", way, GetLastError());
}

/* The class lives in a library; the process that loads it is COM's. */
static void by_surrogate(void)
{
    IPersist *object;
    CLSID answer = {0};
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    HRESULT result = CoCreateInstance(&GUEST_CLASS, NULL, CLSCTX_LOCAL_SERVER, &IID_IPersist, (void **)&object);
    if (SUCCEEDED(result)) {
        result = IPersist_GetClassID(object, &answer);
        IPersist_Release(object);
    }
    DWORD process = 0;
    memcpy(&process, answer.Data4, sizeof process);
    if (SUCCEEDED(result) && process != GetCurrentProcessId()) {
        printf("surrogate %lu\n", answer.Data1);
        HANDLE surrogate = OpenProcess(PROCESS_TERMINATE, FALSE, process);
        TerminateProcess(surrogate, 0); /* Wine's never ends by itself */
        CloseHandle(surrogate);
    } else {
        printf("surrogate refused %08lx\n", result);
    }
    CoUninitialize();
}

static const wchar_t *joined(const wchar_t *one, const wchar_t *other)
{
    wchar_t *both = calloc(wcslen(one) + wcslen(other) + 1, sizeof *both);
    return wcscat(wcscpy(both, one), other);
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
    wchar_t *file = _wcsdup(command), *arguments = wcschr(file, L' ');
    *arguments = 0;
    by_shell("shell", file, arguments + 1);
    by_shell("document", L"C:\\Program Files\\Test\\paper.ctnr-paper", NULL);
    with_flags("rundll32", joined(L"rundll32.exe C:\\PROGRA~1\\Test\\guest.dll,Run ", command), 0);
    by_surrogate();
    return 0;
}
