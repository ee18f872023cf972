#include "key_watch.h"

#include "hook.h"
#include "key_watched.h"

#include <string.h>

enum { LAYERS = 2, KEYS = 2 * LAYERS };
enum { STAYS_SET, WAKES_ONE }; /* EVENT_TYPE */

/* What was asked and is not answered yet. */
typedef struct question question;
struct question {
    question *next;
    HANDLE event, thread; /* of our own */
    PIO_APC_ROUTINE apc;
    PVOID context;
    PIO_STATUS_BLOCK io;
    IO_STATUS_BLOCK result; /* io of who waits, and frees the question */
};

struct key_watch {
    key_watched keys[KEYS];
    ULONG count;
    key_watching how; /* of the first question, as with the real call */
    RTL_CRITICAL_SECTION guard;
    HANDLE wake;
    bool told, closed, answering; /* answering: a thread is there for it */
    question *asked;
    volatile LONG users;
};

typedef struct {
    bool own, host;
} key_parts;

/* What of the layers can be seen through the key. */
static key_parts parts_of(const key_record *record, BOOLEAN tree)
{
    bool below = tree && record->rules_below;
    if (record->hive == HIVE_NONE || record->mode == MODE_HOST)
        return (key_parts){record->hive != HIVE_NONE && below, true};
    return (key_parts){true, record->mode == MODE_ISOLATED ? below : !record->apart};
}

void key_watch_release(key_watch *of)
{
    if (!of || InterlockedDecrement(&of->users))
        return;
    for (ULONG i = 0; i < of->count; i++) {
        key_watched_end(&of->keys[i]);
        memory_free((void *)of->keys[i].path.view.at);
    }
    real.NtClose(of->wake);
    RtlDeleteCriticalSection(&of->guard);
    memory_free(of);
}

static HANDLE make_event(ULONG type)
{
    HANDLE event = NULL;
    NtCreateEvent(&event, EVENT_ALL_ACCESS, NULL, type, FALSE);
    return event;
}

static void add(key_watch *to, const key_path *path, bool own, bool apart)
{
    key_path kept = *path;
    kept.view = text_keep(path->view);
    kept.flags = 0;
    to->keys[to->count++] = (key_watched){.path = kept, .own = own, .apart = apart, .event = make_event(STAYS_SET)};
}

static void add_parts(key_watch *to, const key_record *record, key_parts parts)
{
    key_path path = key_record_path(record);
    if (parts.own)
        add(to, &path, true, record->mode != MODE_MERGED || record->apart);
    if (parts.host)
        add(to, &path, false, false);
}

static key_watch *begin(const key_record *record, const key_record *other, ULONG filter, BOOLEAN tree)
{
    key_watch *made = memory_get(sizeof *made);
    memset(made, 0, sizeof *made);
    RtlInitializeCriticalSection(&made->guard);
    made->users = 1;
    made->how = (key_watching){filter, tree};
    made->wake = make_event(WAKES_ONE);
    add_parts(made, record, parts_of(record, tree));
    if (other)
        add_parts(made, other, parts_of(other, tree));
    return made;
}

static void answer(key_watch *of)
{
    NTSTATUS status = !key_watched_writes() ? STATUS_SUCCESS : of->closed ? STATUS_NOTIFY_CLEANUP : STATUS_NOTIFY_ENUM_DIR;
    of->told = false;
    for (question *asked = of->asked, *next; asked; asked = next) {
        next = asked->next;
        bool waits = asked->io == &asked->result;
        if (waits || asked->apc || key_watched_writes()) /* where the kernel does not, it may be there no more */
            *asked->io = (IO_STATUS_BLOCK){.Status = status};
        HANDLE event = asked->event, thread = asked->thread;
        if (thread) {
            NtQueueApcThread(thread, (PVOID)asked->apc, asked->context, asked->io, NULL);
            real.NtClose(thread);
        }
        if (!waits)
            memory_free(asked);
        if (event)
            NtSetEvent(event, NULL);
        if (event && !waits)
            real.NtClose(event);
    }
    of->asked = NULL;
}

static NTSTATUS arm(key_watch *of)
{
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < of->count && status >= 0; i++)
        status = key_watched_arm(&of->keys[i], &of->how, &of->told);
    return status;
}

static NTSTATUS NTAPI run(void *context)
{
    key_watch *of = context;
    HANDLE events[KEYS + 1] = {of->wake};
    for (ULONG i = 0; i < of->count; i++)
        events[i + 1] = of->keys[i].event;
    RtlEnterCriticalSection(&of->guard);
    while (of->asked) {
        of->told |= of->closed || arm(of) < 0;
        if (of->told) {
            answer(of);
            continue;
        }
        RtlLeaveCriticalSection(&of->guard);
        NtWaitForMultipleObjects(of->count + 1, events, TRUE, FALSE, NULL);
        RtlEnterCriticalSection(&of->guard);
        for (ULONG i = 0; i < of->count; i++)
            of->told |= key_watched_fired(&of->keys[i], &of->how);
    }
    of->answering = false;
    RtlLeaveCriticalSection(&of->guard);
    key_watch_release(of);
    return STATUS_SUCCESS;
}

/* With the guard held. */
static NTSTATUS put(key_watch *of, question *asked)
{
    HANDLE thread;
    NTSTATUS status = arm(of); /* what changes as soon as the caller goes on is told */
    if (status < 0)
        return status;
    asked->next = of->asked;
    of->asked = asked;
    if (of->answering) {
        NtSetEvent(of->wake, NULL);
        return STATUS_PENDING;
    }
    InterlockedIncrement(&of->users);
    status = RtlCreateUserThread(this_process(), NULL, FALSE, 0, 0, 0, run, of, &thread, NULL);
    of->answering = status >= 0;
    if (status < 0) {
        of->asked = asked->next;
        key_watch_release(of);
        return status;
    }
    real.NtClose(thread);
    return STATUS_PENDING;
}

void key_watch_close(key_watch *of)
{
    if (!of)
        return;
    RtlEnterCriticalSection(&of->guard);
    of->closed = true;
    NtSetEvent(of->wake, NULL);
    RtlLeaveCriticalSection(&of->guard);
}

/* The arguments of the call. */
typedef struct {
    HANDLE event;
    PIO_APC_ROUTINE apc;
    PVOID context;
    PIO_STATUS_BLOCK io;
    BOOLEAN later;
} request;

static NTSTATUS prepare(const request *of, question **result)
{
    question *asked = memory_get(sizeof *asked);
    NTSTATUS status = STATUS_SUCCESS;
    *asked = (question){.apc = of->later ? of->apc : NULL, .context = of->context, .io = of->later ? of->io : &asked->result};
    if (!of->later) {
        asked->event = make_event(STAYS_SET);
    } else if (of->event) {
        status = NtClearEvent(of->event);
        if (status >= 0)
            status = real.NtDuplicateObject(this_process(), of->event, this_process(), &asked->event, 0, 0, DUPLICATE_SAME_ACCESS);
    }
    if (status >= 0 && asked->apc)
        status = real.NtDuplicateObject(this_process(), this_thread(), this_process(), &asked->thread, 0, 0, DUPLICATE_SAME_ACCESS);
    if (status >= 0)
        *result = asked;
    else
        memory_free(asked);
    return status;
}

static NTSTATUS ask(key_watch *of, const request *what)
{
    question *asked;
    NTSTATUS status = prepare(what, &asked);
    if (status < 0)
        return status;
    bool waits = !what->later;
    HANDLE event = asked->event, thread = asked->thread;
    RtlEnterCriticalSection(&of->guard);
    status = put(of, asked);
    RtlLeaveCriticalSection(&of->guard);
    if (status >= 0 && !waits)
        return STATUS_PENDING;
    if (status >= 0) {
        NtWaitForSingleObject(event, FALSE, NULL);
        status = asked->result.Status;
    } else if (thread) {
        real.NtClose(thread);
    }
    if (event)
        real.NtClose(event);
    memory_free(asked);
    return status;
}

static bool is_plain(const key_record *record, BOOLEAN tree)
{
    key_parts parts = parts_of(record, tree);
    if (record->classes)
        return false;
    return record->mode == MODE_HOST || record->hive == HIVE_NONE ? !parts.own : !parts.host && record->handle == record->own;
}

static bool is_gone(key_record *record)
{
    scratch memory;
    key_layers layers;
    ULONG needed;
    scratch_begin(&memory);
    bool gone = record->handle == record->own
                  ? real.NtQueryKey(record->handle, KEY_INFO_BASIC, NULL, 0, &needed) == STATUS_KEY_DELETED
                  : record->hive != HIVE_NONE && key_layers_of(&memory, record, &layers) == STATUS_KEY_DELETED;
    scratch_release(&memory);
    return gone;
}

static NTSTATUS watch(key_record *record, const key_record *other, ULONG filter, BOOLEAN tree, const request *what)
{
    if (!(record->granted & KEY_NOTIFY))
        return STATUS_ACCESS_DENIED;
    if (is_gone(record))
        return STATUS_KEY_DELETED;
    if (!record->watch) {
        key_watch *made = begin(record, other, filter, tree);
        if (InterlockedCompareExchangePointer((PVOID *)&record->watch, made, NULL))
            key_watch_release(made);
    }
    key_watch *of = record->watch;
    InterlockedIncrement(&of->users);
    NTSTATUS status = ask(of, what);
    key_watch_release(of);
    return status;
}

NTSTATUS NTAPI hook_NtNotifyChangeKey(HANDLE key, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK io,
                                      ULONG filter, BOOLEAN tree, PVOID buffer, ULONG size, BOOLEAN later)
{
    return hook_NtNotifyChangeMultipleKeys(key, 0, NULL, event, apc, context, io, filter, tree, buffer, size, later);
}

/* The real call takes one more key, and no more. */
NTSTATUS NTAPI hook_NtNotifyChangeMultipleKeys(HANDLE key, ULONG count, OBJECT_ATTRIBUTES *others, HANDLE event,
                                               PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK io, ULONG filter,
                                               BOOLEAN tree, PVOID buffer, ULONG size, BOOLEAN later)
{
    key_record *record = session->registry_user.length ? key_take(key) : NULL;
    HANDLE second = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    if (!record || count > 1 || (!count && is_plain(record, tree)) || (later && !event && !apc)) {
        key_let_go(record);
        return real.NtNotifyChangeMultipleKeys(key, count, others, event, apc, context, io, filter, tree, buffer, size, later);
    }
    if (count)
        status = hook_NtOpenKey(&second, KEY_NOTIFY, others);
    key_record *other = second ? key_take(second) : record ? key_record_of_other_class(record) : NULL;
    if (status >= 0)
        status = watch(record, other, filter, tree, &(request){event, apc, context, io, later});
    key_let_go(other);
    if (second)
        hook_NtClose(second);
    key_let_go(record);
    return status;
}
