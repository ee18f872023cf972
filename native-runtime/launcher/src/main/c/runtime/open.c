/* Opening and creating: the call goes to the layer that has the file, or to the container's when it would change it. */
#include "open.h"

#include "by_id.h"
#include "file_id.h"
#include "handles.h"
#include "hook.h"
#include "index.h"
#include "link.h"
#include "link_calls.h"
#include "mirror.h"
#include "trace.h"
#include "turn.h"
#include "whiteout.h"
#include "wine.h"

#include <string.h>

/* Rights that change a file; with them a file of the host is copied first. Deleting needs no copy. */
static const ACCESS_MASK CHANGES = FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_WRITE_EA | FILE_WRITE_ATTRIBUTES
                                 | FILE_DELETE_CHILD | WRITE_DAC | WRITE_OWNER | GENERIC_WRITE | GENERIC_ALL
                                 | MAXIMUM_ALLOWED;
static const ACCESS_MASK WRITES_DATA = FILE_WRITE_DATA | FILE_APPEND_DATA | GENERIC_WRITE | GENERIC_ALL;

NTSTATUS open_real(const open_request *of)
{
    return real.NtCreateFile(of->file, of->access, of->attributes, of->io, of->allocation, of->file_attributes,
                             of->share, of->disposition, of->options, of->ea, of->ea_length);
}

static NTSTATUS open_path(open_request of, text nt_path)
{
    object target;
    object_at(&target, of.attributes, nt_path);
    of.attributes = &target.attributes;
    return open_real(&of);
}

static bool overwrites(const open_request *of)
{
    return of->disposition == FILE_OVERWRITE || of->disposition == FILE_OVERWRITE_IF
        || of->disposition == FILE_SUPERSEDE;
}

static bool must_exist(const open_request *of)
{
    return of->disposition == FILE_OPEN || of->disposition == FILE_OVERWRITE;
}

static NTSTATUS in_container(scratch *in, const open_request *of, const place *at)
{
    if (!must_exist(of)) {
        index_add(at->container);
        link_clear(in, at->container);
    }
    NTSTATUS status = open_path(*of, place_in_container(in, at));
    if (status == STATUS_SHARING_VIOLATION) { /* with a copy that is just taking its place? */
        turn_take();
        turn_end();
        status = open_path(*of, place_in_container(in, at));
    }
    if (status >= 0 && of->io->Information == FILE_CREATED)
        file_id_keep(NULL, *of->file);
    if (status >= 0 && at->link && overwrites(of))
        link_remove(in, at->container); /* it was opened itself, and is a plain file now */
    if (status >= 0 && at->link && (of->options & FILE_DELETE_ON_CLOSE))
        handle_ends_link(*of->file, at->container);
    if (status >= 0 && (of->options & FILE_DELETE_ON_CLOSE) && !at->name.stream.length) {
        if (place_has_host(in, at))
            whiteout_put(in, at);
        if (trace_is_on())
            handle_deletes_itself(*of->file, at->name.view);
    }
    return status;
}

static NTSTATUS refusal(const open_request *of, ULONG attributes)
{
    if (of->disposition == FILE_CREATE)
        return STATUS_OBJECT_NAME_COLLISION;
    if (attributes & FILE_ATTRIBUTE_DIRECTORY)
        return STATUS_SUCCESS;
    if ((attributes & FILE_ATTRIBUTE_READONLY) && ((of->access & WRITES_DATA) || overwrites(of)))
        return STATUS_ACCESS_DENIED;
    if ((attributes & FILE_ATTRIBUTE_READONLY) && (of->options & FILE_DELETE_ON_CLOSE))
        return STATUS_CANNOT_DELETE;
    ULONG marked = attributes & (FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM);
    if (overwrites(of) && of->disposition != FILE_SUPERSEDE && (marked & ~of->file_attributes))
        return STATUS_ACCESS_DENIED;
    return STATUS_SUCCESS;
}

/* No deletion reaches the host; the right to it is there for the rules of sharing, or left out where it is not granted. */
static NTSTATUS on_host(scratch *in, open_request of, const place *at)
{
    bool deletes = of.options & FILE_DELETE_ON_CLOSE;
    of.options &= ~(ULONG)FILE_DELETE_ON_CLOSE;
    bool changed = at->name.rewritten || deletes;
    text path = changed || (of.access & DELETE) ? name_on_host(in, &at->name) : TEXT_OF("");
    NTSTATUS status = STATUS_ACCESS_DENIED;
    /* alone with it, the runtime could not read it for a copy either */
    if (!(of.access & DELETE) || (of.share & FILE_SHARE_READ))
        status = changed ? open_path(of, path) : open_real(&of);
    if (status == STATUS_ACCESS_DENIED && (of.access & DELETE)) {
        of.access = (of.access & ~(ACCESS_MASK)DELETE) | FILE_READ_ATTRIBUTES;
        status = open_path(of, path);
    }
    if (status >= 0 && deletes)
        handle_delete_later(*of.file, at->name.view);
    return status;
}

/* Whether a handle that somebody has of the host's file would not have this one beside it. */
static NTSTATUS against_sharing(scratch *in, open_request of, const place *at)
{
    HANDLE file;
    IO_STATUS_BLOCK io;
    of.file = &file;
    of.io = &io;
    of.access |= overwrites(&of) ? FILE_WRITE_DATA : 0;
    of.disposition = FILE_OPEN;
    of.options &= ~(ULONG)FILE_DELETE_ON_CLOSE;
    NTSTATUS status = open_path(of, name_on_host(in, &at->name));
    if (status >= 0)
        real.NtClose(file);
    return status == STATUS_SHARING_VIOLATION ? status : STATUS_SUCCESS;
}

static NTSTATUS open_host(scratch *in, const open_request *of, const place *at, ULONG attributes)
{
    NTSTATUS status = refusal(of, attributes);
    if (status < 0)
        return status;
    bool folder = attributes & FILE_ATTRIBUTE_DIRECTORY;
    bool changes = (of->access & CHANGES) || overwrites(of);
    if (!changes || (folder && (of->options & FILE_NON_DIRECTORY_FILE) && !at->name.stream.length)
        || (!folder && (of->options & FILE_DIRECTORY_FILE)) || (!folder && at->name.slash)) {
        open_request reading = *of; /* or it will be refused by the host's own words */
        if (changes) {
            reading.access = FILE_READ_ATTRIBUTES | SYNCHRONIZE;
            reading.disposition = FILE_OPEN;
        }
        return on_host(in, reading, at);
    }
    status = against_sharing(in, *of, at);
    if (status < 0)
        return status;
    bool whole = !overwrites(of) || at->name.stream.length;
    status = folder ? mirror_folder(in, at) : mirror_file(in, at, whole);
    return status < 0 ? status : in_container(in, of, at);
}

static NTSTATUS create(scratch *in, const open_request *of, const place *at)
{
    place parent;
    found above;
    if (whiteout_is_marker(at->name.view))
        return STATUS_OBJECT_NAME_INVALID; /* these names are the container's own */
    if (!place_parent(in, at, &parent))
        return STATUS_OBJECT_PATH_NOT_FOUND;
    place_find(in, &parent, &above);
    if (above.layer == LAYER_NONE || !(above.attributes & FILE_ATTRIBUTE_DIRECTORY))
        return STATUS_OBJECT_PATH_NOT_FOUND;
    NTSTATUS status = mirror_folder(in, &parent);
    return status < 0 ? status : in_container(in, of, at);
}

static NTSTATUS by_layer(scratch *in, const open_request *of, const place *at, found *there)
{
    enum { TRIES = 8 };
    NTSTATUS status = STATUS_OBJECT_NAME_NOT_FOUND;
    for (int i = 0; i < TRIES; i++) {
        place_find(in, at, there);
        if (there->layer == LAYER_CONTAINER)
            status = in_container(in, of, at);
        else if (there->layer == LAYER_HOST)
            status = open_host(in, of, at, there->attributes);
        else
            return must_exist(of) || !status_is_missing(there->status) ? there->status : create(in, of, at);
        if (!status_is_missing(status))
            break;
        /* it went while it was looked at: now it may lie elsewhere, or is to be made anew */
    }
    return status;
}

/* What exists and is not to change takes one call, where the index says. False: it is still to be looked for. */
static bool open_at_once(scratch *in, const open_request *of, const place *at, layer *layer, NTSTATUS *status)
{
    *layer = must_exist(of) ? place_guess(at) : LAYER_NONE;
    if (*layer == LAYER_CONTAINER)
        *status = in_container(in, of, at);
    else if (*layer == LAYER_HOST && !(of->access & (CHANGES | DELETE)) && !overwrites(of)
             && !(of->options & FILE_DELETE_ON_CLOSE))
        *status = on_host(in, *of, at);
    else
        return false;
    return !status_is_missing(*status);
}

/*
 * Whether the link is meant, and not what it leads to. To say so in the options is left out by Wine's DeleteFile,
 * RemoveDirectory, MoveFileEx, SetFileAttributes and CreateHardLink, which ask for DELETE or for no right at all: CreateFile
 * asks for FILE_READ_ATTRIBUTES with it. What is to be new is not made elsewhere, where a link leads to nothing.
 */
static bool means_link(const open_request *of)
{
    return (of->options & FILE_OPEN_REPARSE_POINT) || of->disposition == FILE_CREATE
        || (!(of->access & ~(ACCESS_MASK)(SYNCHRONIZE | DELETE)) && is_wine());
}

NTSTATUS open_file(const open_request *of)
{
    scratch memory;
    place at;
    found there = {LAYER_HOST, STATUS_SUCCESS, 0};
    NTSTATUS status;
    scratch_begin(&memory);
    if (of->options & FILE_OPEN_BY_FILE_ID) {
        status = open_by_id(&memory, of);
    } else if (!place_of(&memory, of->attributes, means_link(of), &at)) {
        status = at.outside.length ? open_path(*of, at.outside) : open_real(of);
        trace_passed(of->api, "open", of->attributes, status);
    } else {
        if (at.mode == MODE_HOST) {
            status = at.name.rewritten ? open_path(*of, name_on_host(&memory, &at.name)) : open_real(of);
        } else if (!open_at_once(&memory, of, &at, &there.layer, &status)) {
            status = by_layer(&memory, of, &at, &there);
        }
        trace_opened(of->api, of->disposition == FILE_OPEN ? "open" : "create", &at, there.layer, status < 0 ? NULL : *of->file, status);
    }
    scratch_release(&memory);
    return status;
}

NTSTATUS NTAPI hook_NtCreateFile(PHANDLE file, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK io,
                                 PLARGE_INTEGER allocation, ULONG file_attributes, ULONG share, ULONG disposition,
                                 ULONG options, PVOID ea, ULONG ea_length)
{
    open_request of = {file, access, attributes, io, allocation, file_attributes, share, disposition,
                       options, ea, ea_length, THIS_API};
    if ((file_attributes & LINK_ITSELF) == LINK_ITSELF) {
        of.file_attributes &= ~(ULONG)LINK_ITSELF;
        of.options |= FILE_OPEN_REPARSE_POINT;
    }
    return open_file(&of);
}

NTSTATUS NTAPI hook_NtOpenFile(PHANDLE file, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK io,
                               ULONG share, ULONG options)
{
    open_request of = {file, access, attributes, io, NULL, 0, share, FILE_OPEN, options, NULL, 0, THIS_API};
    return open_file(&of);
}
