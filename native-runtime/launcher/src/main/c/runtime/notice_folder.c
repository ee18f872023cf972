/* What a folder has when it comes, as if it had been told one by one. */
#include "file_id.h"
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

static text relative_to(scratch *in, text below, text name)
{
    return below.length ? text_join(in, 3, below, TEXT_OF("\\"), name) : name;
}

/* Takes the copy of the host's entry at a place out of what the container has, by whatever name. NULL: there is none. */
static entry *take_copy(scratch *in, const place *at, listing *own)
{
    name host = {.view = at->name.view};
    uint64_t seen = file_id_at(name_on_host(in, &host));
    for (size_t i = 0; seen && i < own->count; i++) {
        entry *item = own->entries[i];
        uint64_t id = item ? (uint64_t)item->id.QuadPart : 0;
        if (id && id != seen && file_id_seen(id) == seen) {
            own->entries[i] = NULL;
            return item;
        }
    }
    return NULL;
}

/* A host's entry whose copy is here by another name was renamed; by its own, it is about to be. */
static void add_marker(notices *to, scratch *in, const notice_source *from, text below, text old, listing *own)
{
    text told = notice_name(in, from, relative_to(in, below, old));
    place at;
    notice_place(in, from, relative_to(in, below, old), &at);
    if (!notice_takes_away(in, from, &at))
        return;
    entry *copy = take_copy(in, &at, own);
    if (!copy) {
        notices_put_early(to, FILE_ACTION_REMOVED, told);
    } else if (!text_equal(copy->name, old)) {
        notices_put_early(to, FILE_ACTION_RENAMED_OLD_NAME, told);
        notices_put_early(to, FILE_ACTION_RENAMED_NEW_NAME, notice_name(in, from, relative_to(in, below, copy->name)));
    }
    memory_free(copy);
}

static void add_entry(notices *to, scratch *in, const notice_source *from, text relative, const entry *item)
{
    enum { CONTENT = FILE_NOTIFY_CHANGE_SIZE | FILE_NOTIFY_CHANGE_LAST_WRITE };
    bool folder = item->attributes & FILE_ATTRIBUTE_DIRECTORY;
    text told = notice_name(in, from, relative);
    place at;
    notice_place(in, from, relative, &at);
    if (!notice_is_seen(in, from, relative, &at))
        return;
    if (!from->own || !place_has_host(in, &at)) {
        if (notice_is_asked_for(from, item->attributes))
            notices_put_early(to, FILE_ACTION_ADDED, told);
    } else if (!folder && (from->filter & CONTENT) && differs(in, &at, item)) {
        notices_put(to, FILE_ACTION_MODIFIED, told);
    }
}

static void add_contents(notices *to, const notice_source *from, text below);

/* Of all entries the markers, or the others. */
static void add_entries(notices *to, const notice_source *from, text below, listing *entries, bool markers)
{
    for (size_t i = 0; i < entries->count && !to->overflow; i++) {
        scratch memory;
        const entry *item = entries->entries[i];
        bool own = from->own && item && whiteout_is_marker(item->name);
        if (!item || own != markers || text_equal(item->name, TEXT_OF(".")) || text_equal(item->name, TEXT_OF(".."))
            || (from->own && notice_is_work_file(item->name)))
            continue;
        scratch_begin(&memory);
        text relative = relative_to(&memory, below, item->name);
        if (markers)
            add_marker(to, &memory, from, below, notice_unmarked(&memory, item->name), entries);
        else if (!from->markers)
            add_entry(to, &memory, from, relative, item);
        if (from->subtree && (item->attributes & FILE_ATTRIBUTE_DIRECTORY))
            add_contents(to, from, relative);
        scratch_release(&memory);
    }
}

static void add_contents(notices *to, const notice_source *from, text below)
{
    listing entries;
    scratch memory;
    scratch_begin(&memory);
    name folder = {.view = relative_to(&memory, from->path, below)};
    NTSTATUS status = listing_read(from->own ? name_to_nt(&memory, folder.view) : name_on_host(&memory, &folder), &entries);
    scratch_release(&memory);
    if (status < 0)
        return;
    listing_sort(&entries);
    if (from->own)
        add_entries(to, from, below, &entries, true);
    add_entries(to, from, below, &entries, false);
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
