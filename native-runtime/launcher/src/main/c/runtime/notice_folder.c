/* What a folder has when it comes, as if it had been told one by one. */
#include "hook.h"
#include "listing.h"
#include "notice_put.h"
#include "notice_view.h"
#include "whiteout.h"

/* Whether a copy is no longer what the host has. */
static bool differs(scratch *in, const place *at, const entry *copy)
{
    object target;
    file_network_open host;
    name plain = {.view = at->name.view};
    object_at(&target, NULL, name_on_host(in, &plain));
    return real.NtQueryFullAttributesFile(&target.attributes, &host) < 0
        || host.EndOfFile.QuadPart != copy->size.QuadPart || host.LastWriteTime.QuadPart != copy->times[2].QuadPart;
}

static void add_entry(notices *to, scratch *in, const notice_source *from, text relative, const entry *item)
{
    enum { CONTENT = FILE_NOTIFY_CHANGE_SIZE | FILE_NOTIFY_CHANGE_LAST_WRITE };
    bool marker = whiteout_is_marker(relative), folder = item->attributes & FILE_ATTRIBUTE_DIRECTORY;
    place at;
    if (from->own && (notice_is_work_file(relative) || (from->markers && !marker)))
        return;
    if (from->own && marker)
        relative = notice_unmarked(in, relative);
    text told = notice_name(in, from, relative);
    notice_place(in, from, relative, &at);
    if (from->own && marker) {
        if (notice_takes_away(in, from, &at))
            notices_put_early(to, FILE_ACTION_REMOVED, told);
    } else if (notice_is_seen(in, from, relative, &at)) {
        if (!from->own || !place_has_host(in, &at)) {
            if (notice_is_asked_for(from, item->attributes))
                notices_put_early(to, FILE_ACTION_ADDED, told);
        } else if (!folder && (from->filter & CONTENT) && differs(in, &at, item)) {
            notices_put(to, FILE_ACTION_MODIFIED, told);
        }
    }
}

static void add_contents(notices *to, const notice_source *from, text below)
{
    listing entries;
    scratch memory;
    scratch_begin(&memory);
    name folder = {.view = below.length ? text_join(&memory, 3, from->path, TEXT_OF("\\"), below) : from->path};
    NTSTATUS status = listing_read(from->own ? name_to_nt(&memory, folder.view) : name_on_host(&memory, &folder), &entries);
    scratch_release(&memory);
    if (status < 0)
        return;
    listing_sort(&entries); /* a whiteout before what stands beside it */
    for (size_t i = 0; i < entries.count && !to->overflow; i++) {
        const entry *item = entries.entries[i];
        if (text_equal(item->name, TEXT_OF(".")) || text_equal(item->name, TEXT_OF("..")))
            continue;
        scratch_begin(&memory);
        text relative = below.length ? text_join(&memory, 3, below, TEXT_OF("\\"), item->name) : item->name;
        add_entry(to, &memory, from, relative, item);
        if (from->subtree && (item->attributes & FILE_ATTRIBUTE_DIRECTORY))
            add_contents(to, from, relative);
        scratch_release(&memory);
    }
    listing_free(&entries);
}

void notices_add_folder(notices *to, const notice_source *from)
{
    scratch memory;
    place at;
    scratch_begin(&memory);
    name self = {.view = from->view};
    place_from(&memory, &self, &at);
    if (from->prefix.length && !from->markers && (from->filter & FILE_NOTIFY_CHANGE_DIR_NAME) && at.mode != MODE_HOST
        && !place_has_host(&memory, &at))
        notices_put(to, FILE_ACTION_ADDED, text_before(from->prefix, from->prefix.length - 1));
    scratch_release(&memory);
    if (!from->itself)
        add_contents(to, from, TEXT_OF(""));
}
