/*
 * The service holds the mutex Global\_MSIExecute meanwhile (learn.microsoft.com, "_MSIExecute Mutex"). It is asked and
 * never taken: an installation that found it taken would fail with 1618, ERROR_INSTALL_ALREADY_RUNNING.
 */
#include "windows_installer.h"

#include <windows.h>
#include <winternl.h>

typedef struct {
    LONG count; /* below 1 while somebody holds it */
    BOOLEAN owned_by_caller, abandoned;
} mutant_information;

NTSYSAPI NTSTATUS NTAPI NtQueryMutant(HANDLE mutant, ULONG class, void *information, ULONG length, ULONG *returned);

bool windows_installer_is_busy(void)
{
    HANDLE mutex = OpenMutexW(MUTANT_QUERY_STATE, FALSE, L"Global\\_MSIExecute");
    if (!mutex)
        return false;
    mutant_information state = {0};
    NTSTATUS status = NtQueryMutant(mutex, 0, &state, sizeof state, NULL);
    CloseHandle(mutex);
    return status >= 0 && state.count < 1;
}
