#include "mirror.h"

#include "file_id.h"
#include "hook.h"
#include "index.h"
#include "link.h"
#include "merge.h"
#include "trace.h"
#include "turn.h"

static NTSTATUS make_folder(text nt_path, ULONG attributes, HANDLE *folder)
{
    object target;
    IO_STATUS_BLOCK io;
    object_at(&target, NULL, nt_path);
    return real.NtCreateFile(folder, FILE_WRITE_ATTRIBUTES | SYNCHRONIZE, &target.attributes, &io, NULL,
                             attributes & (FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM | FILE_ATTRIBUTE_READONLY),
                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_CREATE,
                             FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
}

text mirror_spelling(scratch *in, const place *at, HANDLE source)
{
    name host;
    bool in_container;
    size_t slash = text_last(at->container, L'\\');
    text last = text_after(at->container, slash + 1);
    if (!name_of_handle(in, source, &host, &in_container) || host.view.length <= 2)
        return at->container;
    text spelled = text_after(host.view, text_last(host.view, L'\\') + 1);
    return text_equal(spelled, last) ? text_join(in, 2, text_before(at->container, slash + 1), spelled) : at->container;
}

/* The folder of a mapping itself has nothing on the host that it should be like. */
static HANDLE open_origin(scratch *in, const place *at)
{
    name host = {.view = at->name.view};
    object origin;
    IO_STATUS_BLOCK io;
    HANDLE source;
    if (at->container.length <= at->mapped)
        return NULL;
    object_at(&origin, NULL, name_on_host(in, &host));
    return real.NtOpenFile(&source, FILE_READ_ATTRIBUTES | SYNCHRONIZE, &origin.attributes, &io,
                           FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                           FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) >= 0
               ? source
               : NULL;
}

static NTSTATUS make_one(scratch *in, const place *at)
{
    HANDLE source = open_origin(in, at), folder;
    file_basic basic = {0};
    IO_STATUS_BLOCK io;
    bool known = source && real.NtQueryInformationFile(source, &io, &basic, sizeof basic, FileBasicInformation) >= 0;
    text target = source ? mirror_spelling(in, at, source) : at->container;
    index_add(target);
    link_clear(in, target);
    NTSTATUS status = make_folder(name_to_nt(in, target), known ? basic.FileAttributes : 0, &folder);
    if (status >= 0)
        file_id_keep(source, folder);
    if (source)
        real.NtClose(source);
    if (status < 0)
        return status;
    if (known) {
        basic.ChangeTime.QuadPart = 0;
        basic.FileAttributes &= ~(ULONG)FILE_ATTRIBUTE_REPARSE_POINT;
        real.NtSetInformationFile(folder, &io, &basic, sizeof basic, FileBasicInformation);
    }
    real.NtClose(folder);
    return status;
}

static NTSTATUS make_with_parents(scratch *in, const place *at)
{
    bool mapping = at->container.length <= at->mapped; /* its own folder; what that lies in is no folder of the view */
    if (!mapping) {
        found now;
        place_find(in, at, &now);
        if (now.layer == LAYER_NONE)
            return STATUS_OBJECT_PATH_NOT_FOUND; /* it was deleted meanwhile */
    }
    NTSTATUS status = make_one(in, at);
    if (status == STATUS_OBJECT_PATH_NOT_FOUND || status == STATUS_OBJECT_NAME_NOT_FOUND) {
        place parent;
        if (mapping) {
            text folder = text_before(at->container, text_last(at->container, L'\\'));
            place outer = {.name = {.view = TEXT_OF("")}, .container = folder, .mapped = folder.length};
            if (!view_is_container(folder))
                return status;
            parent = outer;
        } else if (!place_parent(in, at, &parent)) {
            return status;
        }
        status = mirror_folder(in, &parent);
        if (status >= 0)
            status = make_one(in, at);
    }
    return status == STATUS_OBJECT_NAME_COLLISION ? STATUS_SUCCESS : status;
}

NTSTATUS mirror_folder(scratch *in, const place *at)
{
    ULONG attributes;
    if (attributes_of(name_to_nt(in, at->container), &attributes) >= 0)
        return attributes & FILE_ATTRIBUTE_DIRECTORY ? STATUS_SUCCESS : STATUS_OBJECT_PATH_NOT_FOUND;
    turn_take();
    NTSTATUS status = make_with_parents(in, at);
    turn_end();
    return status;
}

NTSTATUS mirror_parent(scratch *in, const place *at)
{
    place parent;
    if (!place_parent(in, at, &parent))
        return STATUS_SUCCESS;
    return mirror_folder(in, &parent);
}

static NTSTATUS mirror_entries(const place *folder)
{
    listing entries;
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = merge_folder(&memory, folder, &entries);
    scratch_release(&memory);
    if (status < 0)
        return status;
    for (size_t i = 0; i < entries.count && status >= 0; i++) {
        text name_here = entries.entries[i]->name;
        if (text_equal(name_here, TEXT_OF(".")) || text_equal(name_here, TEXT_OF("..")))
            continue;
        scratch_begin(&memory);
        name below = {.view = text_join(&memory, 3, folder->name.view, TEXT_OF("\\"), name_here)};
        place child;
        place_from(&memory, &below, &child);
        status = mirror_tree(&child);
        scratch_release(&memory);
    }
    listing_free(&entries);
    return status;
}

NTSTATUS mirror_tree(const place *at)
{
    scratch memory;
    scratch_begin(&memory);
    found there;
    link_data link;
    place_find(&memory, at, &there);
    NTSTATUS status = there.status;
    if (there.layer == LAYER_CONTAINER && link_find(&memory, at->container, &link))
        status = STATUS_SUCCESS; /* it is all there, and what it leads to stays where it is */
    else if (there.layer != LAYER_NONE && (there.attributes & FILE_ATTRIBUTE_DIRECTORY)) {
        status = mirror_folder(&memory, at);
        if (status >= 0)
            status = mirror_entries(at);
    } else if (there.layer == LAYER_HOST) {
        status = mirror_file(&memory, at, true);
    }
    scratch_release(&memory);
    return status;
}
