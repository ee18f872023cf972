#include "turn.h"

#include "hook.h"
#include "view.h"

NTSYSAPI NTSTATUS NTAPI NtOpenThread(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, const CLIENT_ID *);

enum { THREAD_SUSPEND_COUNT = 35 };

static HANDLE mutex;

static HANDLE opened(void)
{
    if (mutex)
        return mutex;
    scratch memory;
    scratch_begin(&memory);
    UNICODE_STRING name = text_unicode(text_join(&memory, 2, session_at(session->name), TEXT_OF("-turn")));
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &name, OBJ_OPENIF | OBJ_CASE_INSENSITIVE, NULL, NULL);
    HANDLE made = NULL;
    if (NtCreateMutant(&made, SYNCHRONIZE | MUTANT_QUERY_STATE, &attributes, FALSE) < 0)
        made = NULL;
    scratch_release(&memory);
    if (made && InterlockedCompareExchangePointer(&mutex, made, NULL))
        NtClose(made);
    return mutex;
}

static bool is_suspended(uint32_t thread)
{
    CLIENT_ID id = {NULL, (HANDLE)(ULONG_PTR)thread};
    OBJECT_ATTRIBUTES attributes;
    HANDLE opened;
    ULONG count = 0;
    InitializeObjectAttributes(&attributes, NULL, 0, NULL, NULL);
    if (NtOpenThread(&opened, THREAD_QUERY_LIMITED_INFORMATION, &attributes, &id) < 0)
        return false;
    NTSTATUS status = NtQueryInformationThread(opened, (THREADINFOCLASS)THREAD_SUSPEND_COUNT, &count, sizeof count, NULL);
    real.NtClose(opened);
    return status >= 0 && count;
}

void turn_take(void)
{
    volatile uint32_t *holder = (volatile uint32_t *)&session->turn_thread;
    LARGE_INTEGER patience = {.QuadPart = -10LL * 1000 * 10000};
    if (!opened())
        return;
    while (NtWaitForSingleObject(mutex, FALSE, &patience) == STATUS(STATUS_TIMEOUT))
        if (is_suspended(*holder))
            return; /* without it: what ends it then does nothing */
    *holder = (uint32_t)thread_id();
}

void turn_end(void)
{
    if (mutex)
        NtReleaseMutant(mutex, NULL);
}
