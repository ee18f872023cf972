/* The functions of ntdll that watch folders, and those that take back what was asked. */
#include "handles.h"
#include "hook.h"
#include "trace.h"

/* Whether there is something for the runtime to tell, but for what the disk tells alone. */
static bool concerns(scratch *in, const watch_request *what, place *at)
{
    bool in_container;
    if (!name_of_handle(in, what->file, &at->name, &in_container) || !handle_is_folder(what->file))
        return false;
    place_from(in, &at->name, at);
    return at->mode != MODE_HOST || (what->subtree && view_has_rules_below(at->name.view));
}

static NTSTATUS wait_for(watch_question *question, IO_STATUS_BLOCK *io)
{
    NtWaitForSingleObject(question->event, FALSE, NULL);
    *io = question->result;
    watch_question_free(question);
    return io->Status;
}

static NTSTATUS ask(watch *of, handle_record *record, const watch_request *what)
{
    watch_question *question;
    NTSTATUS status = watch_question_make(what, record, &question);
    if (status < 0)
        return status;
    bool waits = watch_question_waits(question);
    watch_ask(of, question);
    return waits ? wait_for(question, what->io) : STATUS(STATUS_PENDING);
}

/* False: the real call answers. */
static bool answered(const watch_request *what, NTSTATUS *status)
{
    scratch memory;
    place at;
    handle_record *record = handle_take(what->file, false);
    watch *made = NULL;
    *status = STATUS_SUCCESS;
    scratch_begin(&memory);
    bool ours = record && record->watch;
    if (!ours && concerns(&memory, what, &at)) {
        ours = true;
        *status = watch_begin(&at, what, &made);
        if (*status >= 0 && !record)
            record = handle_take(what->file, true);
        if (*status >= 0 && InterlockedCompareExchangePointer((PVOID *)&record->watch, made, NULL))
            watch_release(made);
    }
    scratch_release(&memory);
    if (ours && *status >= 0)
        *status = ask(record->watch, record, what);
    handle_let_go(record);
    return ours;
}

/*
 * What else a disk knows of each change, what is gone included, it knows of one layer alone. So the folder is one of a disk
 * that does not know that question, as there are (ERROR_INVALID_FUNCTION of ReadDirectoryChangesExW): names alone can be asked for.
 */
static bool refused(const watch_request *what, NTSTATUS *status)
{
    static volatile LONG told;
    scratch memory;
    place at;
    scratch_begin(&memory);
    bool ours = concerns(&memory, what, &at);
    *status = STATUS_INVALID_DEVICE_REQUEST;
    if (ours && !InterlockedExchange(&told, 1))
        event("watch-of-names-only", at.name.view, *status);
    scratch_release(&memory);
    return ours;
}

NTSTATUS NTAPI hook_NtNotifyChangeDirectoryFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context,
                                                PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, ULONG filter, BOOLEAN subtree)
{
    NTSTATUS status;
    watch_request what = {file, event, apc, context, io, buffer, length, filter, subtree};
    if (answered(&what, &status))
        return status;
    return real.NtNotifyChangeDirectoryFile(file, event, apc, context, io, buffer, length, filter, subtree);
}

NTSTATUS NTAPI hook_NtNotifyChangeDirectoryFileEx(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context,
                                                  PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, ULONG filter,
                                                  BOOLEAN subtree, ULONG class)
{
    enum { PLAIN = 1 }; /* DirectoryNotifyInformation */
    NTSTATUS status;
    watch_request what = {file, event, apc, context, io, buffer, length, filter, subtree};
    if (class == PLAIN ? answered(&what, &status) : refused(&what, &status))
        return status;
    return real.NtNotifyChangeDirectoryFileEx(file, event, apc, context, io, buffer, length, filter, subtree, class);
}

static bool cancel(HANDLE file, const IO_STATUS_BLOCK *which, ULONG_PTR asker)
{
    handle_record *record = handle_take(file, false);
    bool found = record && record->watch && watch_cancel(record->watch, which, asker);
    handle_let_go(record);
    return found;
}

NTSTATUS NTAPI hook_NtCancelIoFile(HANDLE file, PIO_STATUS_BLOCK io)
{
    cancel(file, NULL, thread_id());
    return real.NtCancelIoFile(file, io);
}

NTSTATUS NTAPI hook_NtCancelIoFileEx(HANDLE file, PIO_STATUS_BLOCK which, PIO_STATUS_BLOCK io)
{
    bool found = cancel(file, which, 0);
    NTSTATUS status = real.NtCancelIoFileEx(file, which, io);
    if (!found || status != STATUS_NOT_FOUND)
        return status;
    *io = (IO_STATUS_BLOCK){.Status = STATUS_SUCCESS};
    return STATUS_SUCCESS;
}
