#include "wine.h"

#include "text.h"

static bool looked, found;

bool is_wine(void)
{
    if (looked)
        return found;
    UNICODE_STRING library = text_unicode(TEXT_OF("ntdll.dll"));
    HMODULE ntdll = NULL;
    ANSI_STRING name;
    void *function;
    LdrGetDllHandle(NULL, NULL, &library, &ntdll);
    RtlInitAnsiString(&name, "wine_get_version");
    found = LdrGetProcedureAddress(ntdll, &name, 0, &function) >= 0;
    looked = true;
    return found;
}
