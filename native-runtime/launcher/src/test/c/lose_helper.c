/*
 * lose_helper TIMES PROGRAM ARGUMENTS: a 32-bit program that starts another, and whose first calls of the CreateProcessW
 * that kernel32 exports end as when Wine loses a process. It does not use that one itself: what does is the hook library, to
 * start what attaches to a 64-bit program. Its exit code is the other program's.
 */
#include <string.h>
#include <wchar.h>
#include <windows.h>

static __typeof__(&CreateProcessW) real;
static long left;

static BOOL WINAPI losing(const wchar_t *program, wchar_t *command, SECURITY_ATTRIBUTES *of_process,
                          SECURITY_ATTRIBUTES *of_thread, BOOL inherit, DWORD flags, void *environment, const wchar_t *folder,
                          STARTUPINFOW *startup, PROCESS_INFORMATION *started)
{
    if (left-- <= 0)
        return real(program, command, of_process, of_thread, inherit, flags, environment, folder, startup, started);
    SetLastError(ERROR_INTERNAL_ERROR);
    return FALSE;
}

/* jmp losing */
static BOOL replace(unsigned char *function)
{
    DWORD before;
    long distance = (long)((unsigned char *)(void *)(ULONG_PTR)losing - function - 5);
    if (!VirtualProtect(function, 5, PAGE_EXECUTE_READWRITE, &before))
        return FALSE;
    function[0] = 0xe9;
    memcpy(function + 1, &distance, sizeof distance);
    return VirtualProtect(function, 5, before, &before);
}

int main(void)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    DWORD code = 1;
    wchar_t *times = wcschr(wcsstr(GetCommandLineW(), L".exe"), L' '), *command;
    if (sizeof(void *) != 4 || !times)
        return 1;
    left = wcstol(times, &command, 10);
    real = (__typeof__(real))(void *)GetProcAddress(GetModuleHandleW(L"kernelbase.dll"), "CreateProcessW");
    if (!real || !replace((unsigned char *)(void *)GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "CreateProcessW"))
        || !real(NULL, command + 1, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &started))
        return 2;
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    return (int)code;
}
