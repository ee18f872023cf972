#include "watch_question.h"

#include "handles.h"
#include "hook.h"
#include "wine.h"

/* Nobody reads it: the disk may write there when what it belonged to is long gone. */
static IO_STATUS_BLOCK unread;

static NTSTATUS duplicate(HANDLE from, HANDLE *result)
{
    return real.NtDuplicateObject(this_process(), from, this_process(), result, 0, 0, DUPLICATE_SAME_ACCESS);
}

static bool is_synchronous(HANDLE file)
{
    ULONG mode = 0;
    IO_STATUS_BLOCK io;
    return real.NtQueryInformationFile(file, &io, &mode, sizeof mode, FileModeInformation) >= 0
        && (mode & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT));
}

/*
 * A handle is signalled by the system alone, when something ends that was asked of it: so it is asked for a change that
 * hardly ever happens, which is taken back when there is an answer.
 */
static NTSTATUS hold_handle(watch_question *of, HANDLE file)
{
    NTSTATUS status = duplicate(file, &of->file);
    if (status < 0)
        return status;
    return real.NtNotifyChangeDirectoryFile(of->file, NULL, NULL, NULL, &unread, NULL, 0, FILE_NOTIFY_CHANGE_SECURITY, FALSE);
}

NTSTATUS watch_question_make(const watch_request *from, handle_record *record, watch_question **made)
{
    watch_question *of = memory_get(sizeof *of);
    NTSTATUS status = STATUS_SUCCESS;
    *of = (watch_question){.io = from->io, .buffer = from->buffer, .length = from->length, .apc = from->apc,
                           .context = from->context, .asker = thread_id()};
    if (from->event) {
        status = duplicate(from->event, &of->event);
        if (status >= 0)
            status = NtClearEvent(of->event);
    } else if (!is_wine() && is_synchronous(from->file)) { /* Wine lets nobody wait in this call */
        of->io = &of->result;
        status = NtCreateEvent(&of->event, EVENT_ALL_ACCESS, NULL, 0, FALSE);
    } else {
        status = hold_handle(of, from->file);
    }
    if (status >= 0 && of->apc)
        status = duplicate(this_thread(), &of->thread);
    if (status < 0) {
        watch_question_free(of);
        return status;
    }
    InterlockedIncrement(&record->users);
    of->record = record;
    if (!watch_question_waits(of))
        of->io->Status = STATUS_PENDING;
    *made = of;
    return STATUS_SUCCESS;
}

bool watch_question_waits(const watch_question *of)
{
    return of->io == &of->result;
}

void watch_question_end(watch_question *of, NTSTATUS status, ULONG written)
{
    IO_STATUS_BLOCK io;
    bool waits = watch_question_waits(of);
    HANDLE event = of->event;
    of->io->Information = written;
    of->io->Status = status;
    if (waits) {
        NtSetEvent(event, NULL);
        return;
    }
    if (of->apc)
        NtQueueApcThread(of->thread, (PVOID)of->apc, of->context, of->io, NULL);
    else if (of->record->port && of->context)
        NtSetIoCompletion(of->record->port, of->record->port_key, (ULONG_PTR)of->context, status, written);
    if (of->file)
        real.NtCancelIoFileEx(of->file, &unread, &io);
    if (event)
        NtSetEvent(event, NULL);
    watch_question_free(of);
}

void watch_question_free(watch_question *of)
{
    const HANDLE own[] = {of->event, of->thread, of->file};
    for (int i = 0; i < 3; i++)
        if (own[i])
            real.NtClose(own[i]);
    handle_let_go(of->record);
    memory_free(of);
}
