#include "process_start.h"

bool process_start(wchar_t *command, bool inherit, DWORD flags, const wchar_t *folder, STARTUPINFOW *startup,
                   PROCESS_INFORMATION *started)
{
    for (int tries = 3; tries--;) {
        if (CreateProcessW(NULL, command, NULL, NULL, inherit, flags, NULL, folder, startup, started))
            return true;
        if (GetLastError() != ERROR_INTERNAL_ERROR)
            return false;
    }
    return false;
}
