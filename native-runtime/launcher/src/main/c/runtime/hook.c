#include "hook.h"

#include "stub.h"
#include "text.h"

#include <string.h>

real_functions real;

typedef struct {
    const char *name;
    void *hook;
    void **real;
    void *stub; /* in ntdll */
} hooked;

static hooked table[] = {
#define F(name) {#name, (void *)hook_##name, (void **)&real.name, NULL},
    HOOKED_FUNCTIONS(F)
#undef F
};
enum { COUNT = sizeof table / sizeof *table, PAGE = 4096 };

static void find_stubs(void)
{
    UNICODE_STRING library = text_unicode(TEXT_OF("ntdll.dll"));
    HMODULE ntdll = NULL;
    LdrGetDllHandle(NULL, NULL, &library, &ntdll);
    for (size_t i = 0; i < COUNT; i++) {
        ANSI_STRING name;
        RtlInitAnsiString(&name, table[i].name);
        if (LdrGetProcedureAddress(ntdll, &name, 0, &table[i].stub) < 0)
            table[i].stub = NULL; /* this Windows does not have it, so that nothing can call it */
    }
}

void hooks_probe(void (*tell)(const char *name))
{
    find_stubs();
    for (size_t i = 0; i < COUNT; i++)
        if (table[i].stub && !stub_is_known(table[i].stub))
            tell(table[i].name);
}

hook_result hook_one(const hook_entry *entry)
{
    static char *copies; /* the room of one page is more than anybody asks for */
    static size_t used;
    UNICODE_STRING library = text_unicode(TEXT_OF("ntdll.dll"));
    HMODULE ntdll = NULL;
    ANSI_STRING name;
    void *stub;
    LdrGetDllHandle(NULL, NULL, &library, &ntdll);
    RtlInitAnsiString(&name, entry->name);
    if (LdrGetProcedureAddress(ntdll, &name, 0, &stub) < 0)
        return HOOK_ABSENT;
    if (!stub_is_known(stub))
        return HOOK_UNKNOWN;
    SIZE_T size = PAGE;
    if (!copies
        && NtAllocateVirtualMemory(this_process(), (void **)&copies, 0, &size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE) < 0)
        return HOOK_REFUSED;
    void *page = copies;
    ULONG before;
    if (used + STUB_ROOM > PAGE || NtProtectVirtualMemory(this_process(), &page, &size, PAGE_READWRITE, &before) < 0)
        return HOOK_REFUSED;
    stub_copy(copies + used, stub);
    NtProtectVirtualMemory(this_process(), &page, &size, PAGE_EXECUTE_READ, &before);
    NtFlushInstructionCache(this_process(), copies, size);
    *entry->real = copies + used;
    used += STUB_ROOM;
    return stub_divert(stub, entry->hook) ? HOOK_DONE : HOOK_REFUSED;
}

void hooks_bypass(void)
{
    find_stubs();
    for (size_t i = 0; i < COUNT; i++)
        *table[i].real = table[i].stub;
}

bool hooks_install(const char **refused)
{
    find_stubs();
    for (size_t i = 0; i < COUNT; i++)
        if (table[i].stub && !stub_is_known(table[i].stub)) {
            *refused = table[i].name;
            return false;
        }
    SIZE_T size = COUNT * STUB_ROOM;
    char *copies = NULL;
    if (NtAllocateVirtualMemory(this_process(), (void **)&copies, 0, &size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE) < 0) {
        *refused = "NtAllocateVirtualMemory";
        return false;
    }
    for (size_t i = 0; i < COUNT; i++)
        if (table[i].stub) {
            *table[i].real = copies + i * STUB_ROOM;
            stub_copy(*table[i].real, table[i].stub);
        }
    ULONG before;
    void *start = copies;
    NtProtectVirtualMemory(this_process(), &start, &size, PAGE_EXECUTE_READ, &before);
    NtFlushInstructionCache(this_process(), copies, size);
    for (size_t i = 0; i < COUNT; i++)
        if (table[i].stub && !stub_divert(table[i].stub, table[i].hook)) {
            *refused = table[i].name;
            return false;
        }
    return true;
}

void hooks_remove(void)
{
    for (size_t i = 0; i < COUNT; i++)
        if (table[i].stub && *table[i].real != table[i].stub)
            stub_restore(table[i].stub, *table[i].real);
}
