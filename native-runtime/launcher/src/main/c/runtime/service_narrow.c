/* The functions that only hand names on, in the code page of the process. */
#include "services.h"

SC_HANDLE WINAPI hook_OpenSCManagerA(LPCSTR machine, LPCSTR database, DWORD access)
{
    scratch memory;
    scratch_begin(&memory);
    SC_HANDLE manager = hook_OpenSCManagerW(service_wide(&memory, machine), service_wide(&memory, database), access);
    scratch_release(&memory);
    return manager;
}

SC_HANDLE WINAPI hook_OpenServiceA(SC_HANDLE manager, LPCSTR name, DWORD access)
{
    scratch memory;
    scratch_begin(&memory);
    SC_HANDLE service = hook_OpenServiceW(manager, service_wide(&memory, name), access);
    scratch_release(&memory);
    return service;
}

BOOL WINAPI hook_StartServiceA(SC_HANDLE handle, DWORD count, LPCSTR *arguments)
{
    scratch memory;
    scratch_begin(&memory);
    const wchar_t **wide = arguments ? scratch_get(&memory, (count + 1) * sizeof *wide) : NULL;
    for (DWORD i = 0; wide && i < count; i++)
        wide[i] = service_wide(&memory, arguments[i]);
    BOOL done = hook_StartServiceW(handle, count, wide);
    scratch_release(&memory);
    return done;
}
