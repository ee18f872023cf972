/* Copy-on-write: the host's file becomes a file of the container before it is changed for the first time. */
#include "mirror.h"

#include "copies.h"
#include "file_id.h"
#include "hook.h"
#include "index.h"
#include "link.h"
#include "streams.h"
#include "trace.h"
#include "turn.h"

#include <string.h>

enum { CHUNK = 1 << 20 };
static const ULONG SHARE_ALL = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

NTSTATUS mirror_content(HANDLE from, HANDLE to)
{
    char *buffer = memory_get(CHUNK);
    IO_STATUS_BLOCK io;
    LARGE_INTEGER at = {0};
    NTSTATUS status;
    for (;;) {
        status = NtReadFile(from, NULL, NULL, NULL, &io, buffer, CHUNK, &at, NULL);
        if (status == STATUS_END_OF_FILE_FOUND || (status >= 0 && !io.Information)) {
            status = STATUS_SUCCESS;
            break;
        }
        if (status < 0)
            break;
        ULONG count = (ULONG)io.Information;
        status = NtWriteFile(to, NULL, NULL, NULL, &io, buffer, count, &at, NULL);
        if (status < 0)
            break;
        at.QuadPart += count;
    }
    memory_free(buffer);
    return status;
}

static NTSTATUS publish(HANDLE file, text nt_path)
{
    size_t size = sizeof(file_rename) + nt_path.length * sizeof(WCHAR);
    file_rename *rename = memory_get(size);
    memset(rename, 0, sizeof *rename);
    rename->FileNameLength = (ULONG)(nt_path.length * sizeof(WCHAR));
    memcpy(rename->FileName, nt_path.at, rename->FileNameLength);
    IO_STATUS_BLOCK io;
    NTSTATUS status = real.NtSetInformationFile(file, &io, rename, (ULONG)size, FileRenameInformation);
    memory_free(rename);
    return status;
}

static void discard(HANDLE file)
{
    BOOLEAN yes = TRUE;
    IO_STATUS_BLOCK io;
    real.NtSetInformationFile(file, &io, &yes, sizeof yes, FileDispositionInformation);
}

/* A read-only file could not be renamed everywhere: that attribute comes after its name. */
static void set_basic(HANDLE copy, file_basic basic, bool read_only)
{
    IO_STATUS_BLOCK io;
    basic.ChangeTime.QuadPart = 0;
    basic.FileAttributes &= (read_only ? FILE_ATTRIBUTE_READONLY : 0) | FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM
                          | FILE_ATTRIBUTE_ARCHIVE | FILE_ATTRIBUTE_NOT_CONTENT_INDEXED;
    if (!basic.FileAttributes)
        basic.FileAttributes = FILE_ATTRIBUTE_NORMAL;
    real.NtSetInformationFile(copy, &io, &basic, sizeof basic, FileBasicInformation);
}

/* Unless it was deleted meanwhile, or another process was faster. */
static NTSTATUS take_place(scratch *in, const place *at, HANDLE source, HANDLE copy, const file_basic *basic)
{
    found now;
    text target = mirror_spelling(in, at, source);
    set_basic(copy, *basic, false);
    file_id_keep(source, copy);
    index_add(target);
    link_clear(in, target);
    turn_take();
    place_find(in, at, &now);
    NTSTATUS status = now.layer == LAYER_HOST        ? publish(copy, name_to_nt(in, target))
                      : now.layer == LAYER_CONTAINER ? STATUS_OBJECT_NAME_COLLISION
                                                     : now.status;
    if (status >= 0 && (basic->FileAttributes & FILE_ATTRIBUTE_READONLY))
        set_basic(copy, *basic, true);
    if (status < 0)
        discard(copy);
    real.NtClose(copy); /* in turn: who meets it by its new name waits for that */
    turn_end();
    return status;
}

static NTSTATUS copy_file(scratch *in, const place *at, HANDLE source, bool with_content)
{
    object target;
    IO_STATUS_BLOCK io;
    HANDLE copy;
    file_basic basic;
    NTSTATUS status = real.NtQueryInformationFile(source, &io, &basic, sizeof basic, FileBasicInformation);
    if (status < 0)
        return status;
    text begun = copies_begin(in, at);
    object_at(&target, NULL, begun);
    status = real.NtCreateFile(&copy, GENERIC_WRITE | DELETE | SYNCHRONIZE, &target.attributes, &io, NULL,
                               FILE_ATTRIBUTE_NORMAL, SHARE_ALL, FILE_SUPERSEDE,
                               FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
    if (status < 0)
        return status;
    if (with_content)
        status = mirror_content(source, copy);
    if (status >= 0 && with_content)
        streams_copy(in, source, copy, begun);
    if (status >= 0) {
        status = take_place(in, at, source, copy, &basic);
    } else {
        discard(copy);
        real.NtClose(copy);
    }
    return status == STATUS_OBJECT_NAME_COLLISION ? STATUS_SUCCESS : status;
}

NTSTATUS mirror_file(scratch *in, const place *at, bool with_content)
{
    NTSTATUS status = mirror_parent(in, at);
    if (status < 0)
        return status;
    name host = {.view = at->name.view};
    object origin;
    IO_STATUS_BLOCK io;
    HANDLE source;
    object_at(&origin, NULL, name_on_host(in, &host));
    ACCESS_MASK access = (with_content ? FILE_READ_DATA : 0) | FILE_READ_ATTRIBUTES | SYNCHRONIZE;
    status = real.NtOpenFile(&source, access, &origin.attributes, &io, SHARE_ALL,
                             FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_SEQUENTIAL_ONLY);
    if (status < 0)
        return status;
    status = copy_file(in, at, source, with_content);
    real.NtClose(source);
    trace_file(NULL, "copy", &at->name, LAYER_CONTAINER, at->mode, status);
    return status;
}
