#include "watch_part.h"

#include "hook.h"

enum { RAW = 1 << 14 };

void watch_part_begin(watch_part *of, const notice_source *from)
{
    *of = (watch_part){.from = *from};
    of->from.view = text_keep(from->view);
    of->from.path = text_keep(from->path);
    of->from.prefix = text_keep(from->prefix);
    of->raw = memory_get(RAW);
    NtCreateEvent(&of->event, EVENT_ALL_ACCESS, NULL, 0, FALSE);
}

static bool is_there(const watch_part *of)
{
    return of->reached == of->from.path.length;
}

static NTSTATUS open_folder(scratch *in, const watch_part *of, text path, HANDLE *folder)
{
    object target;
    IO_STATUS_BLOCK io;
    name host = {.view = path};
    object_at(&target, NULL, of->from.own ? name_to_nt(in, path) : name_on_host(in, &host));
    return real.NtOpenFile(folder, FILE_LIST_DIRECTORY | SYNCHRONIZE, &target.attributes, &io,
                           FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                           FILE_DIRECTORY_FILE | FILE_OPEN_FOR_BACKUP_INTENT);
}

/* The container's own folder, or the root of a drive, is the outermost. */
static HANDLE open_nearest(scratch *in, const watch_part *of, size_t *reached)
{
    HANDLE folder;
    size_t outermost = of->from.own ? session->root.length : 2;
    text path = of->from.path;
    while (open_folder(in, of, path, &folder) < 0) {
        if (path.length <= outermost)
            return NULL;
        path = text_before(path, text_last(path, L'\\'));
    }
    *reached = path.length;
    return folder;
}

static void close(watch_part *of)
{
    real.NtClose(of->folder); /* ends what is pending */
    if (of->pending)
        NtWaitForSingleObject(of->event, FALSE, NULL);
    of->folder = NULL;
    of->pending = false;
}

static NTSTATUS ask(watch_part *of)
{
    ULONG filter = of->from.markers ? FILE_NOTIFY_CHANGE_FILE_NAME : of->from.filter;
    bool there = is_there(of);
    NtClearEvent(of->event);
    NTSTATUS status = real.NtNotifyChangeDirectoryFile(of->folder, of->event, NULL, NULL, &of->io, of->raw, RAW,
                                                       there ? filter : FILE_NOTIFY_CHANGE_DIR_NAME,
                                                       there && of->from.subtree);
    of->pending = status >= 0;
    return status;
}

/* The next folder below has come since. */
static bool is_outdated(scratch *in, const watch_part *of)
{
    size_t nearest = of->reached;
    HANDLE folder = is_there(of) ? NULL : open_nearest(in, of, &nearest);
    if (folder)
        real.NtClose(folder);
    return nearest != of->reached;
}

static NTSTATUS arm(scratch *in, watch_part *of)
{
    while (!of->pending) {
        if (!of->folder)
            of->folder = open_nearest(in, of, &of->reached);
        if (!of->folder)
            return STATUS_OBJECT_PATH_NOT_FOUND;
        of->done = of->from.itself && is_there(of);
        if (of->done) {
            close(of);
            break;
        }
        NTSTATUS status = ask(of);
        if (status < 0 && status != STATUS_DELETE_PENDING)
            return status;
        if (status < 0 || is_outdated(in, of)) {
            of->taken_up = false;
            close(of);
        }
    }
    return STATUS_SUCCESS;
}

NTSTATUS watch_part_arm(watch_part *of, notices *told)
{
    scratch memory;
    if (of->pending || of->done)
        return STATUS_SUCCESS;
    scratch_begin(&memory);
    NTSTATUS status = arm(&memory, of);
    scratch_release(&memory);
    if (status >= 0 && is_there(of) && !of->taken_up) {
        if (of->known)
            notices_add_folder(told, &of->from);
        of->taken_up = true;
    }
    of->known = true;
    return status;
}

void watch_part_look(watch_part *of, notices *told)
{
    LARGE_INTEGER at_once = {.QuadPart = 0};
    if (!of->pending || NtWaitForSingleObject(of->event, FALSE, &at_once) != STATUS_SUCCESS)
        return;
    NTSTATUS status = of->io.Status;
    of->pending = false;
    if (!is_there(of) || status == STATUS_CANCELLED) /* that only says that the thread which asked has ended */
        return;
    if (status == STATUS_DELETE_PENDING) {
        of->taken_up = false;
        close(of);
    } else if (status >= 0 && of->io.Information) {
        notices_add(told, &of->from, of->raw);
    } else {
        told->overflow = true; /* the disk could not say it all either */
    }
}

void watch_part_end(watch_part *of)
{
    if (of->folder)
        close(of);
    real.NtClose(of->event);
    memory_free(of->raw);
    memory_free((void *)of->from.view.at);
    memory_free((void *)of->from.path.at);
    memory_free((void *)of->from.prefix.at);
}
