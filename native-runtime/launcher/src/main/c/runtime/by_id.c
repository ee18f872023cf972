#include "by_id.h"

#include "hook.h"
#include "layer.h"

/* The path of the view that the number has on the volume that root lies on. */
static bool found_on(scratch *in, const open_request *of, HANDLE root, name *result)
{
    OBJECT_ATTRIBUTES attributes = *of->attributes;
    IO_STATUS_BLOCK io;
    HANDLE file;
    bool in_container;
    attributes.RootDirectory = root;
    if (real.NtOpenFile(&file, FILE_READ_ATTRIBUTES | SYNCHRONIZE, &attributes, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_OPEN_BY_FILE_ID | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) < 0)
        return false;
    bool found = name_of_handle(in, file, result, &in_container);
    real.NtClose(file);
    return found;
}

static bool found_at(scratch *in, const open_request *of, text folder, name *result)
{
    object target;
    IO_STATUS_BLOCK io;
    HANDLE root;
    object_at(&target, NULL, folder);
    if (real.NtOpenFile(&root, FILE_READ_ATTRIBUTES | SYNCHRONIZE, &target.attributes, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) < 0)
        return false;
    bool found = found_on(in, of, root, result);
    real.NtClose(root);
    return found;
}

NTSTATUS open_by_id(scratch *in, const open_request *of)
{
    place base;
    name file;
    bool in_container;
    if (!of->attributes || !of->attributes->RootDirectory
        || !name_of_handle(in, of->attributes->RootDirectory, &base.name, &in_container))
        return open_real(of);
    place_from(in, &base.name, &base);
    if (!found_on(in, of, of->attributes->RootDirectory, &file)
        && !found_at(in, of, in_container ? name_on_host(in, &base.name) : name_to_nt(in, base.container), &file))
        return open_real(of); /* or refused by the volume's own words */
    object target;
    open_request by_path = *of;
    object_at(&target, of->attributes, name_to_nt(in, file.view));
    by_path.attributes = &target.attributes;
    by_path.options &= ~(ULONG)FILE_OPEN_BY_FILE_ID;
    return open_file(&by_path);
}
