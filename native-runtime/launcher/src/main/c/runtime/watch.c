#include "watch.h"

#include "handles.h"
#include "hook.h"
#include "mirror.h"
#include "notice.h"

#include <string.h>

enum { LAYERS = 2, RAW = 1 << 14 };

typedef struct {
    HANDLE folder, event;
    IO_STATUS_BLOCK io;
    char *raw;
    bool pending;
} watched_layer;

struct watch {
    watched_layer layers[LAYERS]; /* the container's, the host's; a folder that is not there is NULL */
    text folder;                  /* of the view, in memory of its own */
    HANDLE stop;
    NTSTATUS stopped; /* why, once stop is set */
    ULONG filter;
    BOOLEAN subtree;
    notices told;
    volatile LONG users, busy;
};

/* A caller who does not wait. */
typedef struct {
    watch *of;
    PIO_STATUS_BLOCK io;
    PVOID buffer, apc_context;
    ULONG length;
    HANDLE event, thread, port; /* of the caller's; the port is the handle record's */
    ULONG_PTR key;
    PIO_APC_ROUTINE apc;
} request;

static HANDLE make_event(void)
{
    HANDLE event = NULL;
    NtCreateEvent(&event, EVENT_ALL_ACCESS, NULL, 0, FALSE);
    return event;
}

static void open_layer(watched_layer *layer, text nt_path)
{
    object target;
    IO_STATUS_BLOCK io;
    object_at(&target, NULL, nt_path);
    if (real.NtOpenFile(&layer->folder, FILE_LIST_DIRECTORY | SYNCHRONIZE, &target.attributes, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_DIRECTORY_FILE | FILE_OPEN_FOR_BACKUP_INTENT) < 0) {
        layer->folder = NULL;
        return;
    }
    layer->event = make_event();
    layer->raw = memory_get(RAW);
}

static watch *watch_begin(scratch *in, const place *at, ULONG filter, BOOLEAN subtree)
{
    watch *made = memory_get(sizeof *made);
    memset(made, 0, sizeof *made);
    wchar_t *copy = memory_get((at->name.view.length + 1) * sizeof *copy);
    memcpy(copy, at->name.view.at, at->name.view.length * sizeof *copy);
    made->folder = (text){copy, at->name.view.length};
    made->users = 1;
    made->stop = make_event();
    made->subtree = subtree;
    /* markers are files, whatever they stand for */
    made->filter = filter | (filter & FILE_NOTIFY_CHANGE_DIR_NAME ? FILE_NOTIFY_CHANGE_FILE_NAME : 0);
    if (mirror_folder(in, at) >= 0)
        open_layer(&made->layers[0], name_to_nt(in, at->container));
    if (at->mode != MODE_ISOLATED && !place_is_hidden(in, at))
        open_layer(&made->layers[1], name_on_host(in, &at->name));
    return made;
}

void watch_stop(watch *of, NTSTATUS status)
{
    of->stopped = status;
    NtSetEvent(of->stop, NULL);
}

void watch_free(watch *of)
{
    if (!of || InterlockedDecrement(&of->users))
        return;
    for (int i = 0; i < LAYERS; i++) {
        watched_layer *layer = &of->layers[i];
        if (!layer->folder)
            continue;
        real.NtClose(layer->folder); /* ends what is pending */
        if (layer->pending)
            NtWaitForSingleObject(layer->event, FALSE, NULL);
        real.NtClose(layer->event);
        memory_free(layer->raw);
    }
    real.NtClose(of->stop);
    memory_free((void *)of->folder.at);
    memory_free((void *)of->told.removed.at);
    memory_free(of);
}

static void ask_layers(watch *of)
{
    for (int i = 0; i < LAYERS; i++) {
        watched_layer *layer = &of->layers[i];
        if (!layer->folder || layer->pending)
            continue;
        NtClearEvent(layer->event);
        NTSTATUS status = real.NtNotifyChangeDirectoryFile(layer->folder, layer->event, NULL, NULL, &layer->io, layer->raw,
                                                           RAW, of->filter, of->subtree);
        layer->pending = status >= 0;
    }
}

/* Waits until there is something to tell. */
static NTSTATUS collect(watch *of, char *buffer, ULONG length, ULONG_PTR *written)
{
    of->told.buffer = buffer;
    of->told.length = length;
    of->told.used = 0;
    of->told.link = NULL;
    of->told.overflow = false;
    while (!of->told.used && !of->told.overflow) {
        ask_layers(of);
        HANDLE events[1 + LAYERS] = {of->stop};
        ULONG count = 1;
        for (int i = 0; i < LAYERS; i++)
            if (of->layers[i].pending)
                events[count++] = of->layers[i].event;
        NTSTATUS status = NtWaitForMultipleObjects(count, events, TRUE, FALSE, NULL);
        if (status == 0 || status < 0)
            return status ? status : of->stopped;
        for (int i = 0; i < LAYERS; i++) {
            watched_layer *layer = &of->layers[i];
            if (!layer->pending || events[status] != layer->event)
                continue;
            layer->pending = false;
            if (layer->io.Status >= 0 && layer->io.Information)
                notices_add(&of->told, of->folder, i == 0, layer->raw);
            else if (layer->io.Status != STATUS_CANCELLED) /* that only says that the thread which asked has ended */
                of->told.overflow = true; /* the disk could not say it all either */
        }
    }
    *written = of->told.overflow ? 0 : of->told.used;
    return of->told.overflow ? STATUS_NOTIFY_ENUM_DIR : STATUS_SUCCESS;
}

static NTSTATUS NTAPI answer(void *context)
{
    request *asked = context;
    ULONG_PTR written = 0;
    NTSTATUS status = collect(asked->of, asked->buffer, asked->length, &written);
    asked->of->busy = 0;
    asked->io->Information = written;
    asked->io->Status = status;
    if (asked->event)
        NtSetEvent(asked->event, NULL);
    if (asked->apc)
        NtQueueApcThread(asked->thread, (PVOID)asked->apc, asked->apc_context, asked->io, NULL);
    else if (asked->port && asked->apc_context)
        NtSetIoCompletion(asked->port, asked->key, (ULONG_PTR)asked->apc_context, status, written);
    if (asked->thread)
        real.NtClose(asked->thread);
    watch_free(asked->of);
    memory_free(asked);
    return STATUS_SUCCESS;
}

static bool waits(HANDLE file)
{
    ULONG mode = 0;
    IO_STATUS_BLOCK io;
    return real.NtQueryInformationFile(file, &io, &mode, sizeof mode, FileModeInformation) >= 0
        && (mode & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT));
}

static NTSTATUS ask(HANDLE file, const handle_record *record, request of)
{
    if (InterlockedExchange(&of.of->busy, 1))
        return STATUS_NOT_SUPPORTED; /* one at a time */
    NtClearEvent(of.of->stop);
    if (of.event)
        NtClearEvent(of.event);
    ask_layers(of.of); /* what changes as soon as the caller goes on is told */
    if (waits(file)) {
        ULONG_PTR written = 0;
        NTSTATUS status = collect(of.of, of.buffer, of.length, &written);
        of.of->busy = 0;
        of.io->Information = written;
        of.io->Status = status;
        return status;
    }
    request *copy = memory_get(sizeof *copy);
    HANDLE thread;
    *copy = of;
    copy->port = record->port;
    copy->key = record->port_key;
    if (of.apc)
        NtDuplicateObject(this_process(), this_thread(), this_process(), &copy->thread, 0, 0, DUPLICATE_SAME_ACCESS);
    InterlockedIncrement(&of.of->users);
    of.io->Status = STATUS_PENDING;
    NTSTATUS status = RtlCreateUserThread(this_process(), NULL, FALSE, 0, 0, 0, answer, copy, &thread, NULL);
    if (status < 0) {
        of.of->busy = 0;
        watch_free(of.of);
        memory_free(copy);
        return status;
    }
    real.NtClose(thread);
    return STATUS_PENDING;
}

/* False: the real call answers. */
static bool answered(HANDLE file, ULONG filter, BOOLEAN subtree, request of, NTSTATUS *status)
{
    scratch memory;
    place at;
    bool in_container;
    scratch_begin(&memory);
    handle_record *record = handle_take(file, false);
    bool ours = record && record->watch;
    if (!ours && name_of_handle(&memory, file, &at.name, &in_container)) {
        place_from(&memory, &at.name, &at);
        ours = at.mode != MODE_HOST;
        if (ours) {
            if (!record)
                record = handle_take(file, true);
            watch *made = watch_begin(&memory, &at, filter, subtree);
            if (InterlockedCompareExchangePointer((PVOID *)&record->watch, made, NULL))
                watch_free(made);
        }
    }
    scratch_release(&memory);
    if (ours) {
        of.of = record->watch;
        InterlockedIncrement(&of.of->users);
        *status = ask(file, record, of);
        watch_free(of.of);
    }
    handle_let_go(record);
    return ours;
}

NTSTATUS NTAPI hook_NtNotifyChangeDirectoryFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context,
                                                PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, ULONG filter, BOOLEAN subtree)
{
    NTSTATUS status;
    request of = {.io = io, .buffer = buffer, .length = length, .event = event, .apc = apc, .apc_context = context};
    if (buffer && answered(file, filter, subtree, of, &status))
        return status;
    return real.NtNotifyChangeDirectoryFile(file, event, apc, context, io, buffer, length, filter, subtree);
}

NTSTATUS NTAPI hook_NtNotifyChangeDirectoryFileEx(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context,
                                                  PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, ULONG filter,
                                                  BOOLEAN subtree, ULONG class)
{
    enum { PLAIN = 1 }; /* DirectoryNotifyInformation */
    NTSTATUS status;
    request of = {.io = io, .buffer = buffer, .length = length, .event = event, .apc = apc, .apc_context = context};
    if (class == PLAIN && buffer && answered(file, filter, subtree, of, &status))
        return status;
    return real.NtNotifyChangeDirectoryFileEx(file, event, apc, context, io, buffer, length, filter, subtree, class);
}

static void cancel(HANDLE file)
{
    handle_record *record = handle_take(file, false);
    if (record && record->watch && record->watch->busy)
        watch_stop(record->watch, STATUS_CANCELLED);
    handle_let_go(record);
}

NTSTATUS NTAPI hook_NtCancelIoFile(HANDLE file, PIO_STATUS_BLOCK io)
{
    cancel(file);
    return real.NtCancelIoFile(file, io);
}

NTSTATUS NTAPI hook_NtCancelIoFileEx(HANDLE file, PIO_STATUS_BLOCK which, PIO_STATUS_BLOCK io)
{
    cancel(file);
    return real.NtCancelIoFileEx(file, which, io);
}
