/*
 * Junctions and symbolic links. The disk would follow one by the words that are in it, which are the application's: to the
 * host, past the container. So the view's drives are like disks that know none; links that the host has are followed.
 */
#include "hook.h"
#include "layer.h"
#include "trace.h"

/* FSCTL_SET_REPARSE_POINT and its Ex form (ntifs.h). */
enum { SET_LINK = 0x900a4, SET_LINK_EX = 0x9040c, EX_HEAD = 40 };

static bool makes_link(ULONG code, const void *data, ULONG length)
{
    const char *from = data;
    ULONG head = code == SET_LINK ? 0 : code == SET_LINK_EX ? EX_HEAD : length;
    if (!data || length < head + sizeof(ULONG))
        return false;
    ULONG tag = *(const ULONG *)(from + head);
    return tag == IO_REPARSE_TAG_MOUNT_POINT || tag == IO_REPARSE_TAG_SYMLINK;
}

static bool is_refused(HANDLE file)
{
    scratch memory;
    place at;
    bool in_container;
    scratch_begin(&memory);
    bool refused = name_of_handle(&memory, file, &at.name, &in_container);
    if (refused)
        refused = in_container || view_mode(at.name.view) != MODE_HOST;
    if (refused)
        event("link-refused", at.name.view, STATUS_NOT_SUPPORTED);
    scratch_release(&memory);
    return refused;
}

NTSTATUS NTAPI hook_NtFsControlFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK io,
                                    ULONG code, PVOID in, ULONG in_length, PVOID out, ULONG out_length)
{
    if (makes_link(code, in, in_length) && is_refused(file))
        return STATUS_NOT_SUPPORTED;
    return real.NtFsControlFile(file, event, apc, context, io, code, in, in_length, out, out_length);
}
