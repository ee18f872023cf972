#include "by_id.h"

#include "file_id.h"
#include "hook.h"
#include "layer.h"
#include "whiteout.h"

#include <string.h>

/* The path of the view that the number has on the volume that root lies on. */
static bool found_on(scratch *in, OBJECT_ATTRIBUTES number, HANDLE root, name *result, bool *in_container)
{
    IO_STATUS_BLOCK io;
    HANDLE file;
    number.RootDirectory = root;
    if (real.NtOpenFile(&file, FILE_READ_ATTRIBUTES | SYNCHRONIZE, &number, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_OPEN_BY_FILE_ID | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) < 0)
        return false;
    bool found = name_of_handle(in, file, result, in_container) && !whiteout_is_marker(result->view);
    real.NtClose(file);
    return found;
}

static bool found_at(scratch *in, const OBJECT_ATTRIBUTES *number, text folder, name *result, bool *in_container)
{
    object target;
    IO_STATUS_BLOCK io;
    HANDLE root;
    object_at(&target, NULL, folder);
    if (real.NtOpenFile(&root, FILE_READ_ATTRIBUTES | SYNCHRONIZE, &target.attributes, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) < 0)
        return false;
    bool found = found_on(in, *number, root, result, in_container);
    real.NtClose(root);
    return found;
}

/* A copy, by the id that the host's file has. */
static bool found_copy(scratch *in, const OBJECT_ATTRIBUTES *asked, name *result)
{
    uint64_t id[2] = {0}, own;
    bool in_container;
    if (asked->ObjectName->Length != sizeof *id && asked->ObjectName->Length != sizeof id)
        return false;
    memcpy(id, asked->ObjectName->Buffer, asked->ObjectName->Length);
    if (id[1] || !file_id_own(id[0], &own))
        return false;
    OBJECT_ATTRIBUTES number = *asked;
    UNICODE_STRING name = {sizeof own, sizeof own, (PWSTR)&own};
    number.ObjectName = &name;
    return found_at(in, &number, name_to_nt(in, session_at(session->root)), result, &in_container) && in_container;
}

NTSTATUS open_by_id(scratch *in, const open_request *of)
{
    place base;
    name file;
    bool in_container, found_in_container;
    if (!of->attributes || !of->attributes->RootDirectory || !of->attributes->ObjectName
        || !name_of_handle(in, of->attributes->RootDirectory, &base.name, &in_container))
        return open_real(of);
    place_from(in, &base.name, &base);
    if (!found_copy(in, of->attributes, &file) && !found_on(in, *of->attributes, of->attributes->RootDirectory, &file, &found_in_container)
        && !found_at(in, of->attributes, in_container ? name_on_host(in, &base.name) : name_to_nt(in, base.container), &file,
                     &found_in_container))
        return open_real(of); /* or refused by the volume's own words */
    object target;
    open_request by_path = *of;
    object_at(&target, of->attributes, name_to_nt(in, file.view));
    by_path.attributes = &target.attributes;
    by_path.options &= ~(ULONG)FILE_OPEN_BY_FILE_ID;
    if (of->disposition == FILE_OPEN_IF) /* so Wine 8 asks, and a number makes nothing */
        by_path.disposition = FILE_OPEN;
    return open_file(&by_path);
}
