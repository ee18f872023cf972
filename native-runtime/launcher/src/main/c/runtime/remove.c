#include "change.h"

#include "handles.h"
#include "hook.h"
#include "link.h"
#include "merge.h"
#include "turn.h"
#include "whiteout.h"

bool folder_is_empty(scratch *in, const place *folder)
{
    listing entries;
    if (merge_folder(in, folder, &entries) < 0)
        return false;
    bool empty = true;
    for (size_t i = 0; i < entries.count && empty; i++)
        empty = text_equal(entries.entries[i]->name, TEXT_OF(".")) || text_equal(entries.entries[i]->name, TEXT_OF(".."));
    listing_free(&entries);
    return empty;
}

NTSTATUS remove_refusal(scratch *in, const place *at, ULONG attributes)
{
    if (attributes & FILE_ATTRIBUTE_READONLY)
        return STATUS_CANNOT_DELETE;
    return (attributes & FILE_ATTRIBUTE_DIRECTORY) && !folder_is_empty(in, at) ? STATUS_DIRECTORY_NOT_EMPTY : STATUS_SUCCESS;
}

/* It was copied after it was opened, perhaps written to: it is the same file all the same. */
static NTSTATUS remove_copy(scratch *in, const place *at)
{
    if (whiteout_is_there(in, at))
        return STATUS_SUCCESS; /* no: the host's is deleted, and this is another of its name */
    object copy;
    IO_STATUS_BLOCK io;
    HANDLE file;
    BOOLEAN yes = TRUE;
    object_at(&copy, NULL, name_to_nt(in, at->container));
    NTSTATUS status = real.NtOpenFile(&file, DELETE | SYNCHRONIZE, &copy.attributes, &io,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                      FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT | FILE_OPEN_REPARSE_POINT);
    if (status < 0)
        return status;
    status = remove_own(in, file, &io, &yes, sizeof yes, FileDispositionInformation, at);
    hook_NtClose(file);
    return status;
}

NTSTATUS remove_host(scratch *in, const place *at)
{
    found now;
    turn_take();
    place_find(in, at, &now);
    NTSTATUS status = now.status;
    if (now.layer == LAYER_CONTAINER)
        status = remove_copy(in, at);
    else if (now.layer == LAYER_HOST)
        status = (now.attributes & FILE_ATTRIBUTE_DIRECTORY) && !folder_is_empty(in, at) ? STATUS_DIRECTORY_NOT_EMPTY
                                                                                         : whiteout_put(in, at);
    turn_end();
    return status;
}

bool asks_to_delete(const void * buffer, ULONG length, FILE_INFORMATION_CLASS class)
{
    if (class == FileDispositionInformation)
        return length >= 1 && *(const BOOLEAN *)buffer;
    return length >= 4 && (*(const ULONG *)buffer & 1); /* FILE_DISPOSITION_DELETE */
}

NTSTATUS remove_own(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                    FILE_INFORMATION_CLASS class, const place *at)
{
    ULONG attributes;
    link_data link;
    if (!asks_to_delete(buffer, length, class))
        return real.NtSetInformationFile(file, io, buffer, length, class);
    turn_take();
    NTSTATUS status = STATUS_SUCCESS;
    bool folder = attributes_of(name_to_nt(in, at->container), &attributes) >= 0 && (attributes & FILE_ATTRIBUTE_DIRECTORY);
    bool covers = place_has_host(in, at), leads = link_find(in, at->container, &link);
    if (folder && !leads && !folder_is_empty(in, at))
        status = STATUS_DIRECTORY_NOT_EMPTY;
    else if (covers)
        status = whiteout_put(in, at);
    if (status >= 0) {
        if (folder)
            whiteout_clear(in, at->container);
        status = real.NtSetInformationFile(file, io, buffer, length, class);
        if (covers && status < 0)
            whiteout_remove(in, at); /* it stays, and its place is as before */
        if (leads && status >= 0)
            handle_ends_link(file, at->container);
    }
    turn_end();
    return status;
}
