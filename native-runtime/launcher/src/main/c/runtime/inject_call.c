/*
 * An APC for the first thread, which has not run: Windows delivers it when the loader has done its work, and before the
 * entry point, which for code for .NET alone is mscoree's. ("If an application queues an APC before the thread begins
 * running, the thread begins by calling the APC function": learn.microsoft.com, QueueUserAPC.)
 */
#include "call_code.h"
#include "foreign.h"
#include "inject.h"
#include "near.h"

#include <string.h>

enum { PAGE = 4096 };

/* Code in a page of its own, then what it is given, the record and the library's path. */
typedef struct {
    size_t code, record, path, size;
} layout;

static layout lay_out(size_t code, size_t record, size_t path)
{
    layout plan = {.code = code, .record = PAGE + ((sizeof(call_data) + 15) & ~(size_t)15)};
    plan.path = plan.record + ((record + 15) & ~(size_t)15);
    plan.size = plan.path + path;
    return plan;
}

static NTSTATUS find_functions(const program *of, call_data *data)
{
    ULONG_PTR ntdll, load, find, end;
    NTSTATUS status = foreign_ntdll(of->process, of->wide, &ntdll);
    if (status >= 0)
        status = foreign_function(of->process, ntdll, "LdrLoadDll", &load);
    if (status >= 0)
        status = foreign_function(of->process, ntdll, "LdrGetProcedureAddress", &find);
    if (status >= 0)
        status = foreign_function(of->process, ntdll, "NtTerminateProcess", &end);
    if (status >= 0)
        *data = (call_data){.load = load, .find = find, .end = end};
    return status;
}

static void fill(char *memory, const layout *plan, ULONG_PTR block, const program *of, const errand *what)
{
    call_data *data = (void *)(memory + PAGE);
    session_text library = injection_library(of, what->session);
    size_t ignored;
    memcpy(memory, call_code(of->wide, &ignored), plan->code);
    data->record = block + plan->record;
    data->library.length = (uint16_t)(library.length * sizeof(wchar_t));
    data->library.room = (uint16_t)(data->library.length + sizeof(wchar_t));
    data->library.wide_path = block + plan->path;
    data->library.narrow_path = (uint32_t)data->library.wide_path;
    data->runs_anyway = (what->session->flags & SESSION_OBSERVE) != 0;
    injection_write((injection *)(void *)(memory + plan->record), of, what);
    memcpy(memory + plan->path, session_string(what->session, library), data->library.room);
}

static NTSTATUS make_executable(HANDLE process, ULONG_PTR block)
{
    void *page = (void *)block;
    SIZE_T size = PAGE;
    ULONG before;
    NTSTATUS status = NtProtectVirtualMemory(process, &page, &size, PAGE_EXECUTE_READ, &before);
    return status < 0 ? status : NtFlushInstructionCache(process, (void *)block, PAGE);
}

static NTSTATUS queue(const program *of, HANDLE thread, ULONG_PTR block)
{
    void *routine = (void *)block, *data = (void *)(block + PAGE);
#ifdef _WIN64
    /* A 32-bit process of Windows begins in 64-bit code, which takes the call on; one of Wine 8 is 32-bit throughout. */
    ULONG_PTR ignored;
    if (!of->wide && foreign_ntdll(of->process, true, &ignored) >= 0)
        return RtlQueueApcWow64Thread(thread, routine, data, NULL, NULL);
#else
    (void)of;
#endif
    return NtQueueApcThread(thread, routine, data, NULL, NULL);
}

NTSTATUS inject_call(const program *of, HANDLE thread, const errand *what)
{
    call_data data;
    size_t code;
    call_code(of->wide, &code);
    layout plan = lay_out(code, injection_size(what),
                          (injection_library(of, what->session).length + 1) * sizeof(wchar_t));
    ULONG_PTR block;
    void *memory = NULL;
    SIZE_T size = plan.size;
    NTSTATUS status = find_functions(of, &data);
    if (status >= 0)
        status = allocate_near(of->process, of->base, of->image_size, of->wide, plan.size, &block);
    if (status >= 0)
        status = NtAllocateVirtualMemory(this_process(), &memory, 0, &size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (status < 0)
        return status;
    memcpy((char *)memory + PAGE, &data, sizeof data);
    fill(memory, &plan, block, of, what);
    status = NtWriteVirtualMemory(of->process, (void *)block, memory, plan.size, NULL);
    size = 0;
    NtFreeVirtualMemory(this_process(), &memory, &size, MEM_RELEASE);
    if (status >= 0)
        status = make_executable(of->process, block);
    return status < 0 ? status : queue(of, thread, block);
}
