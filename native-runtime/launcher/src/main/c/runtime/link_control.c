/*
 * Making links, reading and unmaking them: the controls of a file system that knows reparse points, answered as NTFS does
 * ([MS-FSA] 2.1.5.10, [MS-FSCC] 2.3). Tags of other kinds go on to the disk.
 */
#include "change.h"
#include "hook.h"
#include "link.h"
#include "trace.h"
#include "turn.h"

#include <string.h>

enum { SET_LINK = 0x900a4, GET_LINK = 0x900a8, DELETE_LINK = 0x900ac, SET_LINK_EX = 0x9040c };

/* What stands before the data in REPARSE_DATA_BUFFER_EX. */
typedef struct {
    ULONG flags, existing_tag;
    GUID existing_guid;
    ULONGLONG reserved;
} extended_head;
enum { GIVEN_TAG_OR_NONE = 1 }; /* REPARSE_DATA_EX_FLAG_GIVEN_TAG_OR_NONE */

typedef struct {
    HANDLE file;
    ULONG code;
    const char *in;
    ULONG in_length;
    char *out;
    ULONG out_length;
    ULONG_PTR written;
} control;

static ULONG tag_of(const control *of)
{
    ULONG tag = 0, at = of->code == SET_LINK_EX ? sizeof(extended_head) : 0;
    if (of->in && of->in_length >= at + sizeof tag)
        memcpy(&tag, of->in + at, sizeof tag);
    return tag;
}

static bool may_change(HANDLE file)
{
    object_basic basic = {0};
    return real.NtQueryObject(file, ObjectBasicInformation, &basic, sizeof basic, NULL) >= 0
        && (basic.GrantedAccess & (FILE_WRITE_DATA | FILE_WRITE_ATTRIBUTES));
}

static NTSTATUS set(scratch *in, const control *of, const place *at)
{
    ULONG skipped = of->code == SET_LINK_EX ? sizeof(extended_head) : 0, attributes;
    link_data asked, before;
    NTSTATUS status = link_parse(of->in + skipped, of->in_length - skipped, &asked);
    if (status < 0)
        return status;
    status = attributes_of(name_to_nt(in, at->container), &attributes);
    if (status < 0)
        return status;
    bool folder = attributes & FILE_ATTRIBUTE_DIRECTORY;
    if (asked.tag == IO_REPARSE_TAG_MOUNT_POINT && !folder)
        return STATUS_NOT_A_DIRECTORY;
    if (link_find(in, at->container, &before)) {
        if (before.tag != asked.tag)
            return STATUS_IO_REPARSE_TAG_MISMATCH;
    } else if (folder && !folder_is_empty(in, at)) {
        return STATUS_DIRECTORY_NOT_EMPTY;
    } else if (skipped && !(((const extended_head *)of->in)->flags & GIVEN_TAG_OR_NONE)) {
        if (((const extended_head *)of->in)->existing_tag)
            return STATUS_IO_REPARSE_TAG_MISMATCH;
    }
    return link_write(in, at, asked.bytes, asked.size);
}

static NTSTATUS unset(scratch *in, const control *of, const place *at)
{
    link_data link;
    USHORT length = 0;
    if (of->in_length != LINK_HEAD)
        return STATUS_IO_REPARSE_DATA_INVALID;
    memcpy(&length, of->in + sizeof(ULONG), sizeof length);
    if (length)
        return STATUS_IO_REPARSE_DATA_INVALID;
    if (!link_find(in, at->container, &link))
        return STATUS_NOT_A_REPARSE_POINT;
    return link.tag == tag_of(of) ? link_remove(in, at->container) : STATUS_IO_REPARSE_TAG_MISMATCH;
}

static NTSTATUS get(control *of, const link_data *link)
{
    if (of->out_length < LINK_HEAD)
        return STATUS_BUFFER_TOO_SMALL;
    of->written = of->out_length < link->size ? of->out_length : link->size;
    memcpy(of->out, link->bytes, of->written);
    return of->written < link->size ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

static NTSTATUS change(scratch *in, const control *of, const place *at, bool in_container)
{
    if (!in_container || !may_change(of->file))
        return STATUS_ACCESS_DENIED;
    turn_take();
    NTSTATUS status = of->code == DELETE_LINK ? unset(in, of, at) : set(in, of, at);
    turn_end();
    trace_file("NtFsControlFile", of->code == DELETE_LINK ? "unlink" : "link", &at->name, LAYER_CONTAINER, at->mode, status);
    return status;
}

/* False: the disk answers. */
static bool answered(control *of, NTSTATUS *status)
{
    scratch memory;
    place at;
    link_data link;
    bool in_container, ours = false;
    if (of->code == GET_LINK ? !session_index_of(session)->links
                             : (of->code != SET_LINK && of->code != SET_LINK_EX && of->code != DELETE_LINK)
                                   || !link_tag_is_ours(tag_of(of)))
        return false;
    scratch_begin(&memory);
    if (name_of_handle(&memory, of->file, &at.name, &in_container)) {
        place_from(&memory, &at.name, &at);
        if (of->code == GET_LINK)
            ours = in_container && link_find(&memory, at.container, &link);
        else
            ours = in_container || at.mode != MODE_HOST;
        if (ours)
            *status = of->code == GET_LINK ? get(of, &link) : change(&memory, of, &at, in_container);
    }
    scratch_release(&memory);
    return ours;
}

NTSTATUS NTAPI hook_NtFsControlFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK io,
                                    ULONG code, PVOID in, ULONG in_length, PVOID out, ULONG out_length)
{
    control of = {file, code, in, in_length, out, out_length, 0};
    NTSTATUS status;
    if (!answered(&of, &status))
        return real.NtFsControlFile(file, event, apc, context, io, code, in, in_length, out, out_length);
    io->Status = status;
    io->Information = of.written;
    if (event)
        NtSetEvent(event, NULL);
    if (apc)
        NtQueueApcThread(this_thread(), (PVOID)apc, context, io, NULL);
    return status;
}
