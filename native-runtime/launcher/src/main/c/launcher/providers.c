#include "providers.h"

#include "machine.h"

#include <string.h>
#include <windows.h>

const provider providers[] = {
    {"detours", NULL, true, true, true, NULL, L"hooks in the application's own processes; no driver, no administrator"},
    {"winfsp", NULL, true, false, false, L"\\\\?\\GLOBALROOT\\Device\\WinFsp.Disk", L"a file system of WinFsp's driver"},
    {"minifilter", NULL, true, true, false, L"\\\\?\\GLOBALROOT\\Device\\CtnrFilter", L"a filter driver of its own"},
    {"mixed", "mixto", false, true, false, L"\\\\?\\GLOBALROOT\\Device\\CtnrFilter", L"hooks and the filter driver together"},
};
const size_t provider_count = sizeof providers / sizeof *providers;

const provider *provider_named(const char *name, bool files)
{
    for (size_t i = 0; i < provider_count; i++)
        if ((files ? providers[i].files : providers[i].registry)
            && (!strcmp(name, providers[i].name) || (providers[i].also && !strcmp(name, providers[i].also))))
            return &providers[i];
    return NULL;
}

/* Opening it may be refused; that it is there is what counts. */
static bool is_there(const wchar_t *device)
{
    HANDLE opened = CreateFileW(device, 0, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    DWORD error = GetLastError();
    if (opened != INVALID_HANDLE_VALUE) {
        CloseHandle(opened);
        return true;
    }
    return error == ERROR_ACCESS_DENIED || error == ERROR_SHARING_VIOLATION;
}

const wchar_t *provider_problem(const provider *of)
{
    if (of->driver && !is_there(of->driver))
        return L"not available on this machine: its driver is not there";
    if (!of->built_in)
        return L"its driver is on this machine, but this version of the runtime can't use it";
    return NULL;
}
