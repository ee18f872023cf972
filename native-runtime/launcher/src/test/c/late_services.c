/* Asks for a service through functions that it finds while it runs: nothing of them was there when it began. */
#include <stdio.h>
#include <windows.h>

int main(void)
{
    printf("%s\n", GetModuleHandleW(L"sechost.dll") ? "there" : "late");
    HMODULE library = LoadLibraryW(L"advapi32.dll");
    SC_HANDLE(WINAPI *open_manager)(LPCSTR, LPCSTR, DWORD) = (void *)GetProcAddress(library, "OpenSCManagerA");
    SC_HANDLE(WINAPI *open)(SC_HANDLE, LPCSTR, DWORD) = (void *)GetProcAddress(library, "OpenServiceA");
    SC_HANDLE manager = open_manager(NULL, NULL, SC_MANAGER_CONNECT);
    printf("%d %d\n", open(manager, "TestManual", SERVICE_QUERY_STATUS) != NULL, open(manager, "TestNone", SERVICE_QUERY_STATUS) != NULL);
    return 0;
}
