#include "streams.h"

#include "hook.h"
#include "mirror.h"

#include <string.h>

enum { LARGEST = 1 << 16 }; /* of the list of streams, and of all extended attributes (NTFS's own limit) */

typedef struct {
    ULONG next, name_length;
    LARGE_INTEGER size, allocated;
    WCHAR name[];
} stream_information; /* FILE_STREAM_INFORMATION: names as :name:$DATA, the content's own is ::$DATA */

static NTSTATUS open_stream(scratch *in, text file, text stream, ACCESS_MASK access, ULONG disposition, HANDLE *result)
{
    object target;
    IO_STATUS_BLOCK io;
    object_at(&target, NULL, text_join(in, 2, file, stream));
    return real.NtCreateFile(result, access | SYNCHRONIZE, &target.attributes, &io, NULL, FILE_ATTRIBUTE_NORMAL,
                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, disposition,
                             FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
}

static void copy_one(scratch *in, text host, text copy, text stream)
{
    HANDLE from, to;
    if (open_stream(in, host, stream, FILE_READ_DATA, FILE_OPEN, &from) < 0)
        return;
    if (open_stream(in, copy, stream, FILE_WRITE_DATA, FILE_OVERWRITE_IF, &to) >= 0) {
        mirror_content(from, to);
        real.NtClose(to);
    }
    real.NtClose(from);
}

static void copy_attributes(HANDLE source, HANDLE copy, void *buffer)
{
    IO_STATUS_BLOCK io;
    if (NtQueryEaFile(source, &io, buffer, LARGEST, FALSE, NULL, 0, NULL, TRUE) == STATUS_SUCCESS && io.Information)
        NtSetEaFile(copy, &io, buffer, (ULONG)io.Information);
}

void streams_copy(scratch *in, HANDLE source, HANDLE copy, text nt_path)
{
    IO_STATUS_BLOCK io;
    name host;
    bool in_container;
    char *buffer = memory_get(LARGEST);
    if (real.NtQueryInformationFile(source, &io, buffer, LARGEST, FileStreamInformation) >= 0 && io.Information
        && name_of_handle(in, source, &host, &in_container)) {
        const stream_information *item = (const stream_information *)buffer;
        for (;;) {
            text stream = {item->name, item->name_length / sizeof(WCHAR)};
            if (!text_starts(stream, TEXT_OF("::")))
                copy_one(in, name_on_host(in, &host), nt_path, stream);
            if (!item->next)
                break;
            item = (const stream_information *)((const char *)item + item->next);
        }
    }
    copy_attributes(source, copy, buffer);
    memory_free(buffer);
}
