#include "link.h"

#include "copies.h"
#include "hook.h"
#include "index.h"
#include "turn.h"

#include <string.h>

static text marker(scratch *in, text container)
{
    size_t slash = text_last(container, L'\\');
    return text_join(in, 4, TEXT_OF("\\??\\"), text_before(container, slash + 1), LINK_PREFIX, text_after(container, slash + 1));
}

bool link_is_possible(text container)
{
    return session_index_of(session)->links && index_may_be_link(container);
}

static NTSTATUS open_marker(text path, ACCESS_MASK access, ULONG disposition, HANDLE *file)
{
    object target;
    IO_STATUS_BLOCK io;
    object_at(&target, NULL, path);
    return real.NtCreateFile(file, access | SYNCHRONIZE, &target.attributes, &io, NULL, FILE_ATTRIBUTE_NORMAL,
                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, disposition,
                             FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
}

bool link_read(scratch *in, text container, link_data *result)
{
    HANDLE file;
    IO_STATUS_BLOCK io;
    LARGE_INTEGER start = {0};
    ULONG attributes;
    if (open_marker(marker(in, container), FILE_READ_DATA, FILE_OPEN, &file) < 0)
        return false;
    char *bytes = scratch_get(in, LINK_LONGEST + 1);
    NTSTATUS status = NtReadFile(file, NULL, NULL, NULL, &io, bytes, LINK_LONGEST + 1, &start, NULL);
    real.NtClose(file);
    return status >= 0 && link_parse(bytes, (ULONG)io.Information, result) >= 0
        && attributes_of(name_to_nt(in, container), &attributes) >= 0;
}

bool link_find(scratch *in, text container, link_data *result)
{
    return link_is_possible(container) && link_read(in, container, result);
}

static NTSTATUS put_in_place(scratch *in, HANDLE file, text path)
{
    size_t size = sizeof(file_rename) + path.length * sizeof(WCHAR);
    IO_STATUS_BLOCK io;
    file_rename *rename = scratch_get(in, size);
    memset(rename, 0, sizeof *rename);
    rename->u.ReplaceIfExists = TRUE;
    rename->FileNameLength = (ULONG)(path.length * sizeof(WCHAR));
    memcpy(rename->FileName, path.at, rename->FileNameLength);
    return real.NtSetInformationFile(file, &io, rename, (ULONG)size, FileRenameInformation);
}

NTSTATUS link_write(scratch *in, const place *at, const void *bytes, ULONG size)
{
    HANDLE file;
    IO_STATUS_BLOCK io;
    BOOLEAN yes = TRUE;
    LARGE_INTEGER start = {0};
    text path = marker(in, at->container);
    index_add(text_after(path, sizeof "\\??\\" - 1));
    NTSTATUS status = open_marker(copies_begin(in, at), FILE_WRITE_DATA | DELETE, FILE_SUPERSEDE, &file);
    if (status < 0)
        return status;
    status = NtWriteFile(file, NULL, NULL, NULL, &io, bytes, size, &start, NULL);
    if (status >= 0)
        status = put_in_place(in, file, path);
    if (status < 0)
        real.NtSetInformationFile(file, &io, &yes, sizeof yes, FileDispositionInformation);
    real.NtClose(file);
    return status;
}

NTSTATUS link_remove(scratch *in, text container)
{
    object target;
    object_at(&target, NULL, marker(in, container));
    return real.NtDeleteFile(&target.attributes);
}

void link_clear(scratch *in, text container)
{
    ULONG attributes;
    if (!link_is_possible(container))
        return;
    turn_take(); /* nobody makes it a link meanwhile */
    if (status_is_missing(attributes_of(name_to_nt(in, container), &attributes)))
        link_remove(in, container);
    turn_end();
}
