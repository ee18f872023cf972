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

/*
 * Whoever has the turn writes that down as soon as it goes on. One that is suspended before that is the last that asked, as
 * its follower sees it, who writes it down for all others.
 */
void turn_take(void)
{
    volatile uint32_t *holder = (volatile uint32_t *)&session->turn_thread;
    LARGE_INTEGER patience = {.QuadPart = -10LL * 1000 * 10000};
    if (!opened())
        return;
    uint32_t self = (uint32_t)thread_id();
    uint32_t before = (uint32_t)InterlockedExchange((volatile LONG *)&session->turn_asker, (LONG)self);
    while (NtWaitForSingleObject(mutex, FALSE, &patience) == STATUS(STATUS_TIMEOUT)) {
        if (!is_suspended(*holder) && is_suspended(before))
            *holder = before;
        if (is_suspended(*holder))
            return; /* without it: what ends it then does nothing */
    }
    *holder = self;
}

void turn_end(void)
{
    if (mutex)
        NtReleaseMutant(mutex, NULL);
}
