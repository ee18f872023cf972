#include "change.h"

#include "hook.h"
#include "index.h"
#include "link.h"
#include "mirror.h"
#include "trace.h"
#include "turn.h"
#include "whiteout.h"

#include <string.h>

static bool is_link(FILE_INFORMATION_CLASS class)
{
    return class == FileLinkInformation || (int)class == FILE_LINK_EX;
}

static bool is_ex(FILE_INFORMATION_CLASS class)
{
    return (int)class == FILE_RENAME_EX || (int)class == FILE_LINK_EX;
}

/* Where the file is to go. A name without a folder stays in the file's own. */
static bool target_of(scratch *in, const file_rename *asked, const place *source, place *target)
{
    text path = {asked->FileName, asked->FileNameLength / sizeof(WCHAR)};
    UNICODE_STRING spelling = text_unicode(path);
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &spelling, 0, asked->RootDirectory, NULL);
    if (asked->RootDirectory || (path.length && path.at[0] == L'\\'))
        return place_of(in, &attributes, true, target);
    text view = source->name.view;
    name name = {.view = text_join(in, 2, text_before(view, text_last(view, L'\\') + 1), path)};
    place_from(in, &name, target);
    return true;
}

static NTSTATUS call_real(HANDLE file, PIO_STATUS_BLOCK io, const file_rename *asked, FILE_INFORMATION_CLASS class, text nt_path)
{
    size_t size = sizeof *asked + nt_path.length * sizeof(WCHAR);
    file_rename *call = memory_get(size);
    memset(call, 0, sizeof *call);
    call->u = asked->u;
    call->FileNameLength = (ULONG)(nt_path.length * sizeof(WCHAR));
    memcpy(call->FileName, nt_path.at, call->FileNameLength);
    NTSTATUS status = real.NtSetInformationFile(file, io, call, (ULONG)size, class);
    memory_free(call);
    return status;
}

/* Flags of the Ex classes. */
enum { REPLACE = 1, POSIX = 2, IGNORE_READONLY = 0x40 };

static ULONG flags_of(const file_rename *asked, FILE_INFORMATION_CLASS class)
{
    return is_ex(class) ? asked->u.Flags : asked->u.ReplaceIfExists ? REPLACE : 0;
}

/* A file that is open is replaced by nobody, unless by the rules of POSIX. */
static bool is_open_on_host(scratch *in, const place *target)
{
    object there;
    IO_STATUS_BLOCK io;
    HANDLE file;
    object_at(&there, NULL, name_on_host(in, &target->name));
    NTSTATUS status = real.NtOpenFile(&file, FILE_READ_DATA | SYNCHRONIZE, &there.attributes, &io, 0,
                                      FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT);
    if (status >= 0)
        real.NtClose(file);
    return status == STATUS_SHARING_VIOLATION;
}

/* What a plain disk would say about a target that is taken. */
static NTSTATUS check_target(scratch *in, const place *target, ULONG flags, const found *there, bool folder, bool link)
{
    if (there->layer == LAYER_NONE)
        return there->status == STATUS_OBJECT_PATH_NOT_FOUND ? there->status : STATUS_SUCCESS;
    if (folder && link)
        return STATUS_FILE_IS_A_DIRECTORY;
    if (!(flags & REPLACE))
        return STATUS_OBJECT_NAME_COLLISION;
    ULONG kept = FILE_ATTRIBUTE_DIRECTORY | (flags & IGNORE_READONLY ? 0 : FILE_ATTRIBUTE_READONLY);
    if (folder || (there->attributes & kept))
        return STATUS_ACCESS_DENIED;
    return there->layer == LAYER_HOST && !(flags & POSIX) && is_open_on_host(in, target) ? STATUS_ACCESS_DENIED : STATUS_SUCCESS;
}

/* A handle of our own in the container, for a file that the caller has open in the host's layer. */
static NTSTATUS bring_up(scratch *in, const place *source, HANDLE *file)
{
    NTSTATUS status = mirror_tree(source);
    if (status < 0)
        return status;
    object origin;
    IO_STATUS_BLOCK io;
    object_at(&origin, NULL, name_to_nt(in, source->container));
    return real.NtOpenFile(file, DELETE | FILE_WRITE_ATTRIBUTES | SYNCHRONIZE, &origin.attributes, &io,
                           FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                           FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT | FILE_OPEN_REPARSE_POINT);
}

static bool same(const place *one, const place *other)
{
    return text_equal(one->name.view, other->name.view);
}

static NTSTATUS into_container(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, const file_rename *asked,
                               FILE_INFORMATION_CLASS class, const place *source, const place *target, const found *origin)
{
    bool folder = origin->attributes & FILE_ATTRIBUTE_DIRECTORY;
    bool moves_names = folder || origin->layer == LAYER_NONE;
    found there;
    place_find(in, target, &there);
    if (!same(source, target)) {
        NTSTATUS status = check_target(in, target, flags_of(asked, class), &there, folder, is_link(class));
        if (status < 0)
            return status;
    }
    if (whiteout_is_marker(target->name.view))
        return STATUS_OBJECT_NAME_INVALID;
    /* A folder that arrives where the host has had one that was deleted must not show what that one held. */
    NTSTATUS status = mirror_parent(in, target);
    if (status < 0)
        return status;
    index_add(target->container);
    link_clear(in, target->container);
    link_data link, covered;
    bool leads = !same(source, target) && link_find(in, source->container, &link);
    bool covers = !same(source, target) && link_find(in, target->container, &covered);
    if (leads)
        status = link_write(in, target, link.bytes, link.size);
    else if (covers)
        status = link_remove(in, target->container);
    if (status < 0)
        return status;
    if (moves_names)
        index_moved();
    status = call_real(file, io, asked, class, name_to_nt(in, target->container));
    if (status < 0 && covers)
        link_write(in, target, covered.bytes, covered.size);
    else if (status < 0 && leads)
        link_remove(in, target->container);
    else if (leads)
        link_clear(in, source->container); /* unless it has its old name as well */
    if (moves_names)
        index_moved();
    return status;
}

/*
 * The host's file of the old name is hidden before the container's gets its new one: who is killed in between leaves it
 * where it was, whole.
 */
static NTSTATUS move(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, const file_rename *asked, FILE_INFORMATION_CLASS class,
                     const place *source, const place *target, bool on_host)
{
    found origin;
    place_find(in, source, &origin);
    bool folder = origin.attributes & FILE_ATTRIBUTE_DIRECTORY;
    link_data link;
    bool leads = origin.layer == LAYER_CONTAINER && link_find(in, source->container, &link);
    if (leads && target->mode == MODE_HOST)
        return STATUS_NOT_SAME_DEVICE; /* the disk would be given the empty file that it is there */
    bool covers = source->mode != MODE_HOST && !is_link(class) && !same(source, target) && place_has_host(in, source);
    HANDLE own = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    if (source->mode != MODE_HOST && (on_host || (folder && covers && !leads)))
        status = on_host ? bring_up(in, source, &own) : mirror_tree(source);
    if (status >= 0 && covers)
        status = whiteout_put(in, source);
    if (status >= 0)
        status = target->mode == MODE_HOST
                     ? call_real(own ? own : file, io, asked, class, name_on_host(in, &target->name))
                     : into_container(in, own ? own : file, io, asked, class, source, target, &origin);
    if (status < 0 && covers)
        whiteout_remove(in, source);
    if (own)
        real.NtClose(own);
    return status;
}

NTSTATUS rename_file(scratch *in, HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                     FILE_INFORMATION_CLASS class, const place *source, bool on_host)
{
    const file_rename *asked = buffer;
    if (length < sizeof *asked || asked->FileNameLength > length - offsetof(file_rename, FileName))
        return STATUS_INFO_LENGTH_MISMATCH;
    place target;
    if (!target_of(in, asked, source, &target))
        return on_host && source->mode != MODE_HOST ? STATUS_NOT_SAME_DEVICE
                                                    : real.NtSetInformationFile(file, io, buffer, length, class);
    turn_take();
    NTSTATUS status = move(in, file, io, asked, class, source, &target, on_host);
    turn_end();
    trace_file("NtSetInformationFile", is_link(class) ? "link" : "rename", &target.name, target.mode == MODE_HOST ? LAYER_HOST : LAYER_CONTAINER,
               target.mode, status);
    return status;
}
