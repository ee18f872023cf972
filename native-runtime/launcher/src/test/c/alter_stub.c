/* alter_stub.exe PROGRAM: runs it in a process whose NtCreateFile begins with other bytes that do the same, as another
 * program's hook or a newer Windows would have it. Its exit code is the program's. */
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

int main(void)
{
    static const unsigned char KNOWN[] = {0x4c, 0x8b, 0xd1}, SAME[] = {0x49, 0x89, 0xca}; /* mov r10, rcx */
    wchar_t *line = wcschr(GetCommandLineW() + 1, L' ');
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    unsigned char bytes[sizeof KNOWN] = {0};
    DWORD code = 1, before;
    GetStartupInfoW(&startup);
    void *stub = (void *)(ULONG_PTR)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "NtCreateFile");
    if (!line || !CreateProcessW(NULL, line + 1, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &startup, &started))
        return 1;
    if (!ReadProcessMemory(started.hProcess, stub, bytes, sizeof bytes, NULL) || memcmp(bytes, KNOWN, sizeof KNOWN)
        || !VirtualProtectEx(started.hProcess, stub, sizeof SAME, PAGE_EXECUTE_READWRITE, &before)
        || !WriteProcessMemory(started.hProcess, stub, SAME, sizeof SAME, NULL)
        || !VirtualProtectEx(started.hProcess, stub, sizeof SAME, before, &before)) {
        TerminateProcess(started.hProcess, 1);
        return 2;
    }
    ResumeThread(started.hThread);
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    return (int)code;
}
