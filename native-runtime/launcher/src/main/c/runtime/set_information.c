/* NtSetInformationFile, NtDeleteFile and the end of a handle. */
#include "change.h"
#include "handles.h"
#include "hook.h"
#include "key_handles.h"
#include "link.h"
#include "mirror.h"
#include "open.h"
#include "trace.h"

typedef struct {
    HANDLE file;
    PIO_STATUS_BLOCK io;
    PVOID buffer;
    ULONG length;
    FILE_INFORMATION_CLASS class;
} change;

static NTSTATUS pass(const change *of)
{
    return real.NtSetInformationFile(of->file, of->io, of->buffer, of->length, of->class);
}

static bool concerns_names(FILE_INFORMATION_CLASS class)
{
    switch ((int)class) {
    case FileBasicInformation:
    case FileRenameInformation:
    case FileLinkInformation:
    case FileDispositionInformation:
    case FILE_DISPOSITION_EX:
    case FILE_RENAME_EX:
    case FILE_LINK_EX:
        return true;
    default:
        return false;
    }
}

/* Attributes and times of a file that is open in the host's layer: they are set on the container's copy. */
static NTSTATUS set_basic(scratch *in, const change *of, const place *at, const found *there)
{
    NTSTATUS status = there->attributes & FILE_ATTRIBUTE_DIRECTORY ? mirror_folder(in, at) : mirror_file(in, at, true);
    if (status < 0)
        return status;
    object copy;
    IO_STATUS_BLOCK io;
    HANDLE own;
    object_at(&copy, NULL, name_to_nt(in, at->container));
    status = real.NtOpenFile(&own, FILE_WRITE_ATTRIBUTES | SYNCHRONIZE, &copy.attributes, &io,
                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                             FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT | FILE_OPEN_REPARSE_POINT);
    if (status < 0)
        return status;
    status = real.NtSetInformationFile(own, of->io, of->buffer, of->length, of->class);
    real.NtClose(own);
    return status;
}

/*
 * Whether the disk knows the newer class, asked before anything is done for it: if not, neither layer may seem to know
 * it, and nothing may be hidden or shown. The question asks to keep the file, which is harmless.
 */
static NTSTATUS ask_for_ex(const change *of)
{
    ULONG nothing = 0;
    IO_STATUS_BLOCK io;
    NTSTATUS status = real.NtSetInformationFile(of->file, &io, &nothing, sizeof nothing, of->class);
    return status == STATUS_NOT_IMPLEMENTED || status == STATUS_INVALID_INFO_CLASS ? status : STATUS_SUCCESS;
}

/* Of a file that is open in the host's layer: it goes when this handle is closed, if nothing else is said before. */
static NTSTATUS mark_deletion(scratch *in, const change *of, const place *at)
{
    enum { IGNORE_READONLY = 0x10 }; /* FILE_DISPOSITION_IGNORE_READONLY_ATTRIBUTE */
    found there;
    bool ex = (int)of->class == FILE_DISPOSITION_EX;
    if (!asks_to_delete(of->buffer, of->length, of->class)) {
        handle_delete_later(of->file, (text){NULL, 0});
        return STATUS_SUCCESS;
    }
    place_find(in, at, &there);
    if (there.layer == LAYER_NONE)
        return STATUS_SUCCESS; /* somebody else has deleted it */
    if (ex && of->length >= 4 && (*(ULONG *)of->buffer & IGNORE_READONLY))
        there.attributes &= ~(ULONG)FILE_ATTRIBUTE_READONLY;
    NTSTATUS status = remove_refusal(in, at, there.attributes);
    if (status >= 0)
        handle_delete_later(of->file, at->name.view);
    return status;
}

static NTSTATUS change_place(scratch *in, const change *of, const place *at, bool in_container)
{
    found there;
    NTSTATUS status;
    switch ((int)of->class) {
    case FileDispositionInformation:
    case FILE_DISPOSITION_EX:
        if (at->mode == MODE_HOST && !in_container)
            return pass(of);
        status = (int)of->class == FILE_DISPOSITION_EX ? ask_for_ex(of) : STATUS_SUCCESS;
        if (status < 0)
            return status;
        if (in_container)
            return remove_own(in, of->file, of->io, of->buffer, of->length, of->class, at);
        return mark_deletion(in, of, at);
    case FileBasicInformation:
        if (in_container || at->mode == MODE_HOST)
            return pass(of);
        place_find(in, at, &there);
        return there.layer == LAYER_NONE ? STATUS_SUCCESS : set_basic(in, of, at, &there);
    default:
        return rename_file(in, of->file, of->io, of->buffer, of->length, of->class, at, !in_container);
    }
}

/* Answers to what is asked through this handle go to a port: the runtime must know it when it answers itself. */
static NTSTATUS bind_port(const change *of)
{
    NTSTATUS status = pass(of);
    scratch memory;
    name name;
    bool in_container;
    scratch_begin(&memory);
    if (status >= 0 && of->length >= sizeof(file_completion) && name_of_handle(&memory, of->file, &name, &in_container)) {
        const file_completion *asked = of->buffer;
        handle_record *record = handle_take(of->file, true);
        if (!record->port
            && real.NtDuplicateObject(this_process(), asked->Port, this_process(), &record->port, 0, 0, DUPLICATE_SAME_ACCESS) < 0)
            record->port = NULL;
        record->port_key = (ULONG_PTR)asked->Key;
        handle_let_go(record);
    }
    scratch_release(&memory);
    return status;
}

NTSTATUS NTAPI hook_NtSetInformationFile(HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, FILE_INFORMATION_CLASS class)
{
    change of = {file, io, buffer, length, class};
    if (class == FileCompletionInformation)
        return bind_port(&of);
    if (!concerns_names(class) || !length)
        return pass(&of);
    scratch memory;
    place at;
    bool in_container;
    NTSTATUS status;
    scratch_begin(&memory);
    if (name_of_handle(&memory, file, &at.name, &in_container)) {
        place_from(&memory, &at.name, &at);
        status = change_place(&memory, &of, &at, in_container);
        io->Status = status;
        if ((int)class == FileDispositionInformation || (int)class == FILE_DISPOSITION_EX)
            trace_file(THIS_API, "delete", &at.name, in_container ? LAYER_CONTAINER : LAYER_HOST, at.mode, status);
    } else {
        status = pass(&of);
    }
    scratch_release(&memory);
    return status;
}

NTSTATUS NTAPI hook_NtDeleteFile(OBJECT_ATTRIBUTES *attributes)
{
    HANDLE file;
    IO_STATUS_BLOCK io;
    BOOLEAN yes = TRUE;
    open_request of = {&file, DELETE | SYNCHRONIZE, attributes, &io, NULL, 0,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN,
                       FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT | FILE_OPEN_FOR_BACKUP_INTENT, NULL, 0, THIS_API};
    NTSTATUS status = open_file(&of);
    if (status < 0)
        return status;
    status = hook_NtSetInformationFile(file, &io, &yes, sizeof yes, FileDispositionInformation);
    hook_NtClose(file);
    return status;
}

/* Of a file that was opened to be deleted when it is closed: the container's by the disk, the host's by the runtime. */
static void finish(handle_record *record)
{
    if (!record->delete_path)
        return;
    scratch memory;
    place at;
    scratch_begin(&memory);
    name name = {.view = text_from(record->delete_path)};
    place_from(&memory, &name, &at);
    if (record->deletes_itself)
        trace_file("NtClose", "delete", &at.name, LAYER_CONTAINER, at.mode, STATUS_SUCCESS);
    else
        trace_file("NtClose", "delete", &at.name, LAYER_HOST, at.mode, remove_host(&memory, &at));
    scratch_release(&memory);
}

static void end_link(text container)
{
    scratch memory;
    scratch_begin(&memory);
    link_clear(&memory, container);
    scratch_release(&memory);
}

NTSTATUS NTAPI hook_NtClose(HANDLE handle)
{
    key_forget(handle);
    handle_record *record = handle_forget(handle);
    if (record) {
        finish(record);
        watch_close(record->watch);
    }
    NTSTATUS status = real.NtClose(handle);
    if (record && record->link_path)
        end_link(text_from(record->link_path));
    handle_let_go(record);
    return status;
}

void handles_finish(void)
{
    handle_each(finish);
}
