#include "wine.h"

#include "text.h"

bool is_wine(void)
{
    UNICODE_STRING library = text_unicode(TEXT_OF("ntdll.dll"));
    HMODULE ntdll = NULL;
    ANSI_STRING name;
    void *function;
    LdrGetDllHandle(NULL, NULL, &library, &ntdll);
    RtlInitAnsiString(&name, "wine_get_version");
    return LdrGetProcedureAddress(ntdll, &name, 0, &function) >= 0;
}
