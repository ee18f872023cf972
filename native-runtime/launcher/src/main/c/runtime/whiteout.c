#include "whiteout.h"

#include "hook.h"
#include "index.h"
#include "listing.h"
#include "mirror.h"

static const text PREFIX = {L".wh.", 4};
static const text OPAQUE_NAME = {L"\\.wh..wh..opq", 13};

bool whiteout_is_marker(text path)
{
    size_t slash = text_last(path, L'\\');
    text last = slash == path.length ? path : text_after(path, slash + 1);
    return last.length > PREFIX.length && text_starts(last, PREFIX);
}

static text marker(scratch *in, text container)
{
    size_t slash = text_last(container, L'\\');
    return text_join(in, 4, TEXT_OF("\\??\\"), text_before(container, slash + 1), PREFIX, text_after(container, slash + 1));
}

static bool exists(text nt_path)
{
    ULONG attributes;
    return attributes_of(nt_path, &attributes) >= 0;
}

/*
 * From the outermost folder inwards. As soon as the container has no such folder there can be no marker further in; and
 * where it has a file, the host's folder of that name is covered.
 */
bool whiteout_hides(scratch *in, const place *at)
{
    size_t here = at->mapped;
    if (here >= at->container.length)
        return false;
    for (;;) {
        text folder = text_before(at->container, here);
        ULONG attributes;
        if (attributes_of(name_to_nt(in, folder), &attributes) < 0)
            return false;
        if (!(attributes & FILE_ATTRIBUTE_DIRECTORY))
            return true;
        if (exists(text_join(in, 3, TEXT_OF("\\??\\"), folder, OPAQUE_NAME)))
            return true;
        size_t next = here + 1;
        while (next < at->container.length && at->container.at[next] != L'\\')
            next++;
        if (exists(marker(in, text_before(at->container, next))))
            return true;
        if (next == at->container.length)
            return false;
        here = next;
    }
}

bool whiteout_is_there(scratch *in, const place *at)
{
    return exists(marker(in, at->container));
}

NTSTATUS whiteout_put(scratch *in, const place *at)
{
    NTSTATUS status = mirror_parent(in, at);
    if (status < 0)
        return status;
    object target;
    IO_STATUS_BLOCK io;
    HANDLE file;
    text path = marker(in, at->container);
    object_at(&target, NULL, path);
    index_add(text_after(path, sizeof "\\??\\" - 1));
    status = real.NtCreateFile(&file, FILE_WRITE_ATTRIBUTES | SYNCHRONIZE, &target.attributes, &io, NULL,
                               FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                               FILE_OPEN_IF, FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
    if (status >= 0)
        real.NtClose(file);
    return status;
}

static NTSTATUS remove_file(text nt_path)
{
    object target;
    object_at(&target, NULL, nt_path);
    return real.NtDeleteFile(&target.attributes);
}

NTSTATUS whiteout_remove(scratch *in, const place *at)
{
    return remove_file(marker(in, at->container));
}

void whiteout_clear(scratch *in, text folder)
{
    listing names;
    if (listing_read(name_to_nt(in, folder), &names) < 0)
        return;
    for (size_t i = 0; i < names.count; i++)
        if (whiteout_is_marker(names.entries[i]->name)) {
            scratch memory;
            scratch_begin(&memory);
            remove_file(text_join(&memory, 4, TEXT_OF("\\??\\"), folder, TEXT_OF("\\"), names.entries[i]->name));
            scratch_release(&memory);
        }
    listing_free(&names);
}
