#include "change.h"

#include "hook.h"
#include "merge.h"
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

NTSTATUS remove_host(scratch *in, const place *at, ULONG attributes)
{
    if (attributes & FILE_ATTRIBUTE_READONLY)
        return STATUS_CANNOT_DELETE;
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) && !folder_is_empty(in, at))
        return STATUS_DIRECTORY_NOT_EMPTY;
    return whiteout_put(in, at);
}

static bool asks_to_delete(PVOID buffer, ULONG length, FILE_INFORMATION_CLASS class)
{
    if (class == FileDispositionInformation)
        return length >= 1 && *(BOOLEAN *)buffer;
    return length >= 4 && (*(ULONG *)buffer & 1); /* FILE_DISPOSITION_DELETE */
}

NTSTATUS remove_own(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                    FILE_INFORMATION_CLASS class, const place *at)
{
    ULONG attributes;
    bool deletes = asks_to_delete(buffer, length, class);
    bool folder = attributes_of(name_to_nt(in, at->container), &attributes) >= 0 && (attributes & FILE_ATTRIBUTE_DIRECTORY);
    if (deletes && folder && !folder_is_empty(in, at))
        return STATUS_DIRECTORY_NOT_EMPTY;
    bool covers = place_has_host(in, at);
    if (deletes && covers) {
        NTSTATUS status = whiteout_put(in, at);
        if (status < 0)
            return status;
    }
    if (deletes && folder)
        whiteout_clear(in, at->container);
    NTSTATUS status = real.NtSetInformationFile(file, io, buffer, length, class);
    if (covers && deletes && status < 0)
        whiteout_remove(in, at); /* it stays, and its place is as before */
    return status;
}
