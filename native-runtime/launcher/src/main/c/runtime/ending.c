/* How a process of the session ends: the code is known when it asks for its end, before its libraries are told. */
#include "ending.h"

#include "hook.h"
#include "trace.h"

static __typeof__(&NtTerminateProcess) own;
static volatile LONG told;
static NTSTATUS code;
static bool known;

void ending_tell(void)
{
    if (!InterlockedExchange(&told, 1))
        trace_end(known, code);
}

/* Called with no handle first: other threads end, libraries are told; then with the process's own. */
static NTSTATUS NTAPI terminate_process(HANDLE process, NTSTATUS status)
{
    if (!process || process == this_process()) {
        code = status;
        known = true;
        if (process)
            ending_tell();
    }
    return own(process, status);
}

void ending_install(void)
{
    static const hook_entry entry = {"NtTerminateProcess", (void *)terminate_process, (void **)&own};
    hook_one(&entry);
}
