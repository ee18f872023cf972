#include "kernel.h"

#include "text.h"

void *kernel_function(const char *name)
{
    UNICODE_STRING library = text_unicode(TEXT_OF("kernel32.dll"));
    HMODULE module;
    ANSI_STRING spelling;
    void *address = NULL;
    RtlInitAnsiString(&spelling, name);
    if (LdrGetDllHandle(NULL, NULL, &library, &module) >= 0)
        LdrGetProcedureAddress(module, &spelling, 0, &address);
    return address;
}
