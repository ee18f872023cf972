#include "key_listing.h"

#include "hook.h"
#include "key_mark.h"

#include <string.h>

static void add(key_listing *to, key_item item)
{
    if (to->count == to->room) {
        size_t room = to->room ? to->room * 2 : 16;
        key_item *items = memory_get(room * sizeof *items);
        memcpy(items, to->items, to->count * sizeof *items);
        memory_free(to->items);
        to->items = items;
        to->room = room;
    }
    item.name = text_keep(item.name);
    item.class = item.class.length ? text_keep(item.class) : (text){NULL, 0};
    to->items[to->count++] = item;
}

static void add_subkey(key_listing *to, const key_node *node, bool own)
{
    text class = key_node_class(node);
    key_mark mark = own ? key_mark_of_class(class) : MARK_NONE;
    add(to, (key_item){.name = {node->Name, node->NameLength / sizeof(WCHAR)}, .own = own, .shown = mark != MARK_WHITEOUT,
                       .anew = mark & MARK_OPAQUE,
                       .class = own ? key_class_of_application(class) : class, .written = node->LastWriteTime});
}

static void add_value(key_listing *to, const value_full *value, bool own)
{
    bool whiteout = own && key_value_is_hidden(value->Type, value->DataLength);
    add(to, (key_item){.name = {value->Name, value->NameLength / sizeof(WCHAR)}, .own = own, .shown = !whiteout,
                       .size = value->DataLength});
}

key_listing *key_listing_new(void)
{
    key_listing *listing = memory_get(sizeof *listing);
    *listing = (key_listing){0};
    return listing;
}

NTSTATUS key_listing_read(HANDLE key, key_kind kind, bool own, key_listing *into)
{
    ULONG room = 2048, needed = 0;
    void *entry = memory_get(room);
    NTSTATUS status;
    for (ULONG i = 0;;) {
        status = kind == KEY_SUBKEYS ? real.NtEnumerateKey(key, i, KEY_INFO_NODE, entry, room, &needed)
                                     : real.NtEnumerateValueKey(key, i, VALUE_INFO_FULL, entry, room, &needed);
        if ((status == STATUS_BUFFER_OVERFLOW || status == STATUS_BUFFER_TOO_SMALL) && needed > room) {
            memory_free(entry);
            room = needed + 1024;
            entry = memory_get(room);
            continue;
        }
        if (status < 0)
            break;
        if (kind == KEY_SUBKEYS)
            add_subkey(into, entry, own);
        else
            add_value(into, entry, own);
        i++;
    }
    memory_free(entry);
    return status == STATUS_NO_MORE_ENTRIES ? STATUS_SUCCESS : status;
}

/* The container's before the host's of the same name. */
static int order(const key_item *one, const key_item *other)
{
    int by_name = text_compare(one->name, other->name);
    return by_name ? by_name : (int)other->own - (int)one->own;
}

static void sift(key_item *items, size_t start, size_t end)
{
    for (size_t root = start; root * 2 + 1 < end;) {
        size_t child = root * 2 + 1;
        if (child + 1 < end && order(&items[child], &items[child + 1]) < 0)
            child++;
        if (order(&items[root], &items[child]) >= 0)
            return;
        key_item item = items[root];
        items[root] = items[child];
        items[child] = item;
        root = child;
    }
}

static void sort(key_item *items, size_t count)
{
    for (size_t i = count / 2; i-- > 0;)
        sift(items, i, count);
    for (size_t end = count; end-- > 1;) {
        key_item item = items[0];
        items[0] = items[end];
        items[end] = item;
        sift(items, 0, end);
    }
}

static void free_item(key_item *item)
{
    memory_free((void *)item->name.at);
    memory_free((void *)item->class.at);
}

void key_listing_merge(key_listing *listing)
{
    size_t kept_count = 0;
    sort(listing->items, listing->count);
    for (size_t i = 0; i < listing->count;) {
        key_item first = listing->items[i++];
        while (i < listing->count && text_equal(listing->items[i].name, first.name)) {
            if (listing->items[i].written.QuadPart > first.written.QuadPart)
                first.written = listing->items[i].written;
            if (!first.class.length) {
                text class = first.class;
                first.class = listing->items[i].class;
                listing->items[i].class = class;
            }
            if (!first.anew) { /* the host's was there first, and so was its spelling */
                text name = first.name;
                first.name = listing->items[i].name;
                listing->items[i].name = name;
            }
            free_item(&listing->items[i++]);
        }
        if (first.shown)
            listing->items[kept_count++] = first;
        else
            free_item(&first);
    }
    listing->count = kept_count;
}

static void prefer(key_listing *listing, bool preferred)
{
    for (size_t i = 0; i < listing->count; i++)
        listing->items[i].own = listing->items[i].anew = preferred;
}

void key_listing_unite(key_listing *listing, key_listing *more, bool of_user)
{
    prefer(listing, of_user);
    prefer(more, !of_user);
    for (size_t i = 0; i < more->count; i++)
        add(listing, more->items[i]);
    key_listing_free(more);
    key_listing_merge(listing);
}

void key_listing_drop(key_listing *listing, size_t index)
{
    free_item(&listing->items[index]);
    listing->count--;
    for (size_t i = index; i < listing->count; i++)
        listing->items[i] = listing->items[i + 1];
}

void key_listing_free(key_listing *listing)
{
    if (!listing)
        return;
    for (size_t i = 0; i < listing->count; i++)
        free_item(&listing->items[i]);
    memory_free(listing->items);
    memory_free(listing);
}
