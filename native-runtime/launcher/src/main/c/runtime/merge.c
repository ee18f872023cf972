#include "merge.h"

#include "index.h"
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

/* Moves the host's entries that are seen beside those of the container into the result. */
static void add_host(const place *folder, bool rules_below, bool hidden, listing *host, const listing *own, listing *result)
{
    for (size_t i = 0; i < host->count; i++) {
        entry *item = host->entries[i];
        access_mode mode = child_mode(folder, rules_below, item->name);
        bool seen = mode == MODE_HOST || (mode == MODE_MERGED && !hidden);
        if (seen && mode == MODE_MERGED) {
            wchar_t marker[260 + 4] = L".wh.";
            size_t length = item->name.length > 260 ? 260 : item->name.length;
            for (size_t c = 0; c < length; c++)
                marker[4 + c] = item->name.at[c];
            seen = !listing_find(own, item->name) && !listing_find(own, (text){marker, 4 + length});
        }
        if (seen) {
            listing_add(result, item);
            host->entries[i] = NULL;
        }
    }
}

static void add_own(const place *folder, bool rules_below, listing *own, listing *result)
{
    for (size_t i = 0; i < own->count; i++) {
        entry *item = own->entries[i];
        if (whiteout_is_marker(item->name) || child_mode(folder, rules_below, item->name) == MODE_HOST)
            continue;
        listing_add(result, item);
        own->entries[i] = NULL;
    }
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

NTSTATUS merge_folder(scratch *in, const place *folder, listing *result)
{
    bool rules_below = view_has_rules_below(folder->name.view);
    listing own = {0}, host = {0};
    *result = (listing){0};
    NTSTATUS status = STATUS_OBJECT_NAME_NOT_FOUND, own_status = status;
    if (folder->mode != MODE_HOST)
        own_status = listing_read(name_to_nt(in, folder->container), &own);
    listing_sort(&own);
    bool hidden = folder->mode != MODE_HOST && place_is_hidden(in, folder);
    if (!hidden && folder->mode != MODE_HOST)
        hidden = listing_find(&own, TEXT_OF(".wh..wh..opq")) != NULL;
    name host_name = {.view = folder->name.view};
    if (!hidden || rules_below)
        status = listing_read(name_on_host(in, &host_name), &host);
    if (own_status >= 0 || (status >= 0 && (!hidden || rules_below))) {
        add_host(folder, rules_below, hidden, &host, &own, result);
        add_own(folder, rules_below, &own, result);
        status = STATUS_SUCCESS;
    } else if (status >= 0) {
        status = own_status;
    }
    listing_free(&own);
    listing_free(&host);
    if (status >= 0) {
        listing_sort(result);
        add_mapped(in, folder, result);
        listing_sort(result);
    }
    return status;
}
