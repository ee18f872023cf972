#include "watch.h"

#include "hook.h"
#include "watch_part.h"

#include <string.h>

enum { MOST_PARTS = MAXIMUM_WAIT_OBJECTS - 1, LEAST_ROOM = 1 << 14 };

struct watch {
    watch_part parts[MOST_PARTS]; /* these and told: the watching thread's, and before it is there the maker's */
    ULONG count;
    notices told;
    RTL_CRITICAL_SECTION guard; /* of what follows */
    watch_question *asked;      /* the oldest first */
    bool answering;             /* a thread is there for it */
    HANDLE wake;
    volatile LONG users;
};

static NTSTATUS arm(watch *of)
{
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < of->count; i++) {
        NTSTATUS one = watch_part_arm(&of->parts[i], &of->told);
        status = one < 0 ? one : status;
    }
    return status;
}

NTSTATUS watch_begin(const place *folder, const watch_request *first, watch **result)
{
    watch *made = memory_get(sizeof *made);
    memset(made, 0, sizeof *made);
    RtlInitializeCriticalSection(&made->guard);
    NtCreateEvent(&made->wake, EVENT_ALL_ACCESS, NULL, 1, FALSE);
    made->users = 1;
    notices_begin(&made->told, first->length > LEAST_ROOM ? first->length : LEAST_ROOM);
    made->count = watch_parts_begin(folder, first->filter, first->subtree, made->parts, MOST_PARTS);
    NTSTATUS status = arm(made); /* what changes as soon as the caller goes on is told */
    if (status == STATUS(STATUS_INVALID_PARAMETER)) {
        watch_release(made);
        return status;
    }
    *result = made;
    return STATUS_SUCCESS;
}

void watch_keep(watch *of)
{
    InterlockedIncrement(&of->users);
}

void watch_release(watch *of)
{
    if (!of || InterlockedDecrement(&of->users))
        return;
    for (ULONG i = 0; i < of->count; i++)
        watch_part_end(&of->parts[i]);
    notices_end(&of->told);
    real.NtClose(of->wake);
    RtlDeleteCriticalSection(&of->guard);
    memory_free(of);
}

/* Waits for a change, or for a question to be taken back. */
static void wait(watch *of)
{
    HANDLE events[MAXIMUM_WAIT_OBJECTS] = {of->wake};
    ULONG count = 1;
    arm(of);
    if (of->told.used || of->told.overflow)
        return;
    for (ULONG i = 0; i < of->count; i++)
        if (of->parts[i].pending)
            events[count++] = of->parts[i].event;
    const LARGE_INTEGER at_once = {.QuadPart = -20 * 10000}; /* in 100 ns */
    bool more = NtWaitForMultipleObjects(count, events, TRUE, FALSE, of->told.waits ? &at_once : NULL) != STATUS(STATUS_TIMEOUT);
    if (!more)
        notices_settle(&of->told, &of->parts[0].from);
    for (ULONG i = 0; i < of->count; i++)
        watch_part_look(&of->parts[i], &of->told);
}

static void answer(notices *told, watch_question *asked)
{
    bool fits = asked->buffer && !told->overflow && told->used <= asked->length;
    ULONG written = fits ? told->used : 0;
    if (fits)
        memcpy(asked->buffer, told->buffer, written);
    notices_clear(told);
    watch_question_end(asked, fits ? STATUS_SUCCESS : STATUS_NOTIFY_ENUM_DIR, written);
}

static NTSTATUS NTAPI run(void *context)
{
    watch *of = context;
    RtlEnterCriticalSection(&of->guard);
    while (of->asked) {
        bool told = of->told.used || of->told.overflow;
        watch_question *first = of->asked;
        if (told)
            of->asked = first->next;
        RtlLeaveCriticalSection(&of->guard);
        if (told)
            answer(&of->told, first);
        else
            wait(of);
        RtlEnterCriticalSection(&of->guard);
    }
    of->answering = false;
    RtlLeaveCriticalSection(&of->guard);
    watch_release(of);
    return STATUS_SUCCESS;
}

/* See watch_cancel. */
static bool end_questions(watch *of, const IO_STATUS_BLOCK *io, ULONG_PTR asker, NTSTATUS status)
{
    watch_question *taken = NULL;
    RtlEnterCriticalSection(&of->guard);
    for (watch_question **link = &of->asked, **last = &taken; *link;) {
        watch_question *item = *link;
        if ((io && item->io != io) || (asker && item->asker != asker)) {
            link = &item->next;
            continue;
        }
        *link = item->next;
        item->next = NULL;
        *last = item;
        last = &item->next;
    }
    NtSetEvent(of->wake, NULL);
    RtlLeaveCriticalSection(&of->guard);
    for (watch_question *item = taken, *next; item; item = next) {
        next = item->next;
        watch_question_end(item, status, 0);
    }
    return taken != NULL;
}

static void put(watch *of, watch_question *question)
{
    watch_question **end = &of->asked;
    while (*end)
        end = &(*end)->next;
    *end = question;
}

NTSTATUS watch_ask(watch *of, watch_question *question)
{
    HANDLE thread;
    question->next = NULL;
    RtlEnterCriticalSection(&of->guard);
    put(of, question);
    bool begins = !of->answering;
    of->answering = true;
    RtlLeaveCriticalSection(&of->guard);
    if (!begins)
        return STATUS_SUCCESS;
    watch_keep(of);
    NTSTATUS status = RtlCreateUserThread(this_process(), NULL, FALSE, 0, 0, 0, run, of, &thread, NULL);
    if (status >= 0) {
        real.NtClose(thread);
        return status;
    }
    RtlEnterCriticalSection(&of->guard);
    of->answering = false;
    RtlLeaveCriticalSection(&of->guard);
    watch_release(of);
    end_questions(of, NULL, 0, status);
    return STATUS_SUCCESS;
}

bool watch_cancel(watch *of, const IO_STATUS_BLOCK *io, ULONG_PTR asker)
{
    return end_questions(of, io, asker, STATUS_CANCELLED);
}

void watch_close(watch *of)
{
    if (of)
        end_questions(of, NULL, 0, STATUS_NOTIFY_CLEANUP);
}
