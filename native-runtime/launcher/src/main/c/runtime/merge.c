#include "merge.h"

#include "file_id.h"
#include "index.h"
#include "link.h"
#include "whiteout.h"

static bool has_mapped_child(text view)
{
    const session_pair *places = session_pairs(session, session->places);
    for (uint32_t i = 0; i < session->places.count; i++) {
        text from = session_at(places[i].from);
        if (text_equal(text_before(from, text_last(from, L'\\')), view))
            return true;
    }
    return false;
}

bool merge_is_needed(scratch *in, const place *folder)
{
    if (folder->mode == MODE_ISOLATED)
        return true;
    ULONG attributes;
    if (folder->mode != MODE_HOST && index_ask(folder).own
        && attributes_of(name_to_nt(in, folder->container), &attributes) >= 0)
        return true;
    return view_has_rules_below(folder->name.view) || has_mapped_child(folder->name.view);
}

static access_mode child_mode(const place *folder, bool rules_below, text child)
{
    if (!rules_below)
        return folder->mode;
    scratch memory;
    scratch_begin(&memory);
    access_mode mode = view_mode(text_join(&memory, 3, folder->name.view, TEXT_OF("\\"), child));
    scratch_release(&memory);
    return mode;
}

typedef struct {
    const place *folder;
    listing *own, *result;
    bool rules_below;
    size_t next, marker; /* of own: how far it was gone through, for its names and for its markers */
} merging;

static void take(listing *from, size_t index, listing *to)
{
    listing_add(to, from->entries[index]);
    from->entries[index] = NULL;
}

/* Those of the container that come before an entry of the host's; all that are left without one. Whether it has that name. */
static bool add_own_before(merging *of, const entry *item)
{
    for (; of->next < of->own->count; of->next++) {
        const entry *mine = of->own->entries[of->next];
        if (whiteout_is_marker(mine->name))
            continue;
        int order = item ? listing_order(mine, item) : -1;
        if (order > 0)
            return false;
        if (child_mode(of->folder, of->rules_below, mine->name) != MODE_HOST)
            take(of->own, of->next, of->result);
        if (!order) {
            of->next++;
            return true;
        }
    }
    return false;
}

/* Markers stand in the order of the names that they hide. */
static bool is_hidden(merging *of, text name)
{
    enum { PREFIX = sizeof ".wh." - 1 };
    for (; of->marker < of->own->count; of->marker++) {
        const entry *mine = of->own->entries[of->marker];
        if (!mine || !whiteout_is_marker(mine->name))
            continue;
        int order = text_compare(text_after(mine->name, PREFIX), name);
        if (order >= 0)
            return !order;
    }
    return false;
}

/* Both are in order, and so is the result; the host's entries that are seen beside the container's are moved into it. */
static void merge_layers(merging *of, listing *host, bool hidden)
{
    for (size_t i = 0; i < host->count; i++) {
        const entry *item = host->entries[i];
        access_mode mode = child_mode(of->folder, of->rules_below, item->name);
        bool covered = add_own_before(of, item);
        bool marked = !text_equal(item->name, TEXT_OF(".")) && !text_equal(item->name, TEXT_OF(".."))
                   && is_hidden(of, item->name);
        if (mode == MODE_HOST || (mode == MODE_MERGED && !hidden && !covered && !marked))
            take(host, i, of->result);
    }
    add_own_before(of, NULL);
}

/* Folders of the view that the container keeps elsewhere (Program Files in the root of the drive). */
static void add_mapped(scratch *in, const place *folder, listing *result)
{
    const session_pair *places = session_pairs(session, session->places);
    for (uint32_t i = 0; i < session->places.count; i++) {
        text from = session_at(places[i].from);
        size_t slash = text_last(from, L'\\');
        if (!text_equal(text_before(from, slash), folder->name.view))
            continue;
        text last = text_after(from, slash + 1);
        size_t mapped;
        listing inside;
        if (listing_find(result, last) || view_mode(from) == MODE_HOST
            || listing_read(name_to_nt(in, view_to_container(in, from, &mapped)), &inside) < 0)
            continue;
        listing_sort(&inside);
        entry *self = listing_find(&inside, TEXT_OF("."));
        if (self) {
            entry *item = memory_get(sizeof *item + (last.length + 1) * sizeof(WCHAR));
            *item = *self;
            item->short_length = 0;
            for (size_t c = 0; c < last.length; c++)
                item->spelling[c] = last.at[c];
            item->name = (text){item->spelling, last.length};
            listing_add(result, item);
        }
        listing_free(&inside);
    }
}

static void tell_ids(listing *own)
{
    for (size_t i = 0; i < own->count; i++)
        own->entries[i]->id.QuadPart = (LONGLONG)file_id_seen((uint64_t)own->entries[i]->id.QuadPart);
}

/* The container's own that are links, as the disk would tell them: with the tag where others have the size of EAs. */
static void mark_links(const place *folder, listing *own)
{
    for (size_t i = 0; i < own->count; i++) {
        text marker = own->entries[i]->name;
        entry *item = text_starts(marker, LINK_PREFIX) ? listing_find(own, text_after(marker, LINK_PREFIX.length)) : NULL;
        scratch memory;
        link_data link;
        scratch_begin(&memory);
        if (item && link_read(&memory, text_join(&memory, 3, folder->container, TEXT_OF("\\"), item->name), &link)) {
            item->attributes = (item->attributes & ~(ULONG)FILE_ATTRIBUTE_NORMAL) | FILE_ATTRIBUTE_REPARSE_POINT;
            item->ea_size = link.tag;
        }
        scratch_release(&memory);
    }
}

NTSTATUS merge_folder(scratch *in, const place *folder, listing *result)
{
    bool rules_below = view_has_rules_below(folder->name.view);
    listing own = {0}, host = {0};
    *result = (listing){0};
    NTSTATUS status = STATUS_OBJECT_NAME_NOT_FOUND, own_status = status;
    if (folder->mode != MODE_HOST)
        own_status = listing_read(name_to_nt(in, folder->container), &own);
    listing_sort(&own);
    mark_links(folder, &own);
    tell_ids(&own);
    bool hidden = folder->mode != MODE_HOST && place_is_hidden(in, folder);
    if (!hidden && folder->mode != MODE_HOST)
        hidden = listing_find(&own, TEXT_OF(".wh..wh..opq")) != NULL;
    name host_name = {.view = folder->name.view};
    if (!hidden || rules_below)
        status = listing_read(name_on_host(in, &host_name), &host);
    if (own_status >= 0 || (status >= 0 && (!hidden || rules_below))) {
        listing_sort(&host);
        merge_layers(&(merging){.folder = folder, .own = &own, .result = result, .rules_below = rules_below}, &host, hidden);
        status = STATUS_SUCCESS;
    } else if (status >= 0) {
        status = own_status;
    }
    listing_free(&own);
    listing_free(&host);
    if (status >= 0) {
        add_mapped(in, folder, result);
        listing_sort(result);
    }
    return status;
}
