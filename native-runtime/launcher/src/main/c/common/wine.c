#include "wine.h"

#include <string.h>
#include <windows.h>

const char *wine_version(void)
{
    FARPROC asked = GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version");
    const char *(*version)(void);
    if (!asked)
        return NULL;
    memcpy(&version, &asked, sizeof version);
    return version();
}
