/* What is asked about the volume of a file: it is the drive's of the view, wherever the container lies. */
#include "volume.h"

#include "hook.h"

bool volume_open_root(scratch *in, const name *of, HANDLE *root)
{
    name drive = {.view = text_before(of->view, 2)};
    UNICODE_STRING path = text_unicode(name_on_host(in, &drive));
    OBJECT_ATTRIBUTES attributes;
    IO_STATUS_BLOCK io;
    InitializeObjectAttributes(&attributes, &path, OBJ_CASE_INSENSITIVE, NULL, NULL);
    return real.NtOpenFile(root, FILE_READ_ATTRIBUTES | SYNCHRONIZE, &attributes, &io,
                           FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                           FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) >= 0;
}

NTSTATUS NTAPI hook_NtQueryVolumeInformationFile(HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                                                 FS_INFORMATION_CLASS class)
{
    if (class == FileFsDeviceInformation) /* asked of every kind of handle; the same for all disks */
        return real.NtQueryVolumeInformationFile(file, io, buffer, length, class);
    scratch memory;
    name name;
    bool in_container;
    HANDLE root = NULL;
    scratch_begin(&memory);
    if (!name_of_handle(&memory, file, &name, &in_container) || !in_container || !volume_open_root(&memory, &name, &root))
        root = NULL;
    NTSTATUS status = real.NtQueryVolumeInformationFile(root ? root : file, io, buffer, length, class);
    if (root)
        real.NtClose(root);
    scratch_release(&memory);
    return status;
}
