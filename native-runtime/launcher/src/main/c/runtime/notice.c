#include "notice.h"

#include "index.h"
#include "whiteout.h"

#include <string.h>

typedef struct {
    ULONG next, action, name_length;
    WCHAR name[];
} notice; /* FILE_NOTIFY_INFORMATION */

static void remember(notices *to, text name)
{
    memory_free((void *)to->removed.at);
    to->removed = (text){NULL, 0};
    if (!name.length)
        return;
    wchar_t *copy = memory_get(name.length * sizeof *copy);
    memcpy(copy, name.at, name.length * sizeof *copy);
    to->removed = (text){copy, name.length};
}

static void put(notices *to, ULONG action, text name)
{
    bool removes = action == FILE_ACTION_REMOVED;
    if (removes && to->removed.length && text_equal(to->removed, name))
        return; /* the host's and the container's went together */
    remember(to, removes ? name : (text){NULL, 0});
    ULONG start = (to->used + 3) & ~3u, bytes = (ULONG)(name.length * sizeof(WCHAR));
    if (to->overflow || start + offsetof(notice, name) + bytes > to->length) {
        to->overflow = true;
        return;
    }
    notice *item = (notice *)(to->buffer + start);
    item->next = 0;
    item->action = action;
    item->name_length = bytes;
    memcpy(item->name, name.at, bytes);
    if (to->link)
        *to->link = (ULONG)((char *)item - (char *)to->link);
    to->link = &item->next;
    to->used = start + offsetof(notice, name) + bytes;
}

static void place_below(scratch *in, text folder, text relative, place *result)
{
    name below = {.view = text_join(in, 3, folder, TEXT_OF("\\"), relative)};
    place_from(in, &below, result);
}

static bool is_next(const notice *item, ULONG action, text name)
{
    if (!item->next)
        return false;
    item = (const notice *)((const char *)item + item->next);
    return item->action == action && text_equal((text){item->name, item->name_length / sizeof(WCHAR)}, name);
}

static void add_own(notices *to, scratch *in, text folder, const notice *item)
{
    text relative = {item->name, item->name_length / sizeof(WCHAR)};
    size_t slash = text_last(relative, L'\\');
    size_t start = slash == relative.length ? 0 : slash + 1;
    text last = text_after(relative, start);
    bool arrives = to->copy_arrives && item->action == FILE_ACTION_RENAMED_NEW_NAME;
    to->copy_arrives = false;
    if (text_starts(last, TEXT_OF(".wh..wh."))) {
        to->copy_arrives = item->action == FILE_ACTION_RENAMED_OLD_NAME;
    } else if (whiteout_is_marker(relative)) {
        text name = text_join(in, 2, text_before(relative, start), text_after(last, sizeof ".wh." - 1));
        if (item->action == FILE_ACTION_ADDED && !is_next(item, FILE_ACTION_RENAMED_OLD_NAME, name))
            put(to, FILE_ACTION_REMOVED, name);
    } else if (!arrives) {
        place at;
        place_below(in, folder, relative, &at);
        /* what arrives over the host's is its copy: nothing is new */
        if (item->action != FILE_ACTION_ADDED || !place_has_host(in, &at))
            put(to, item->action, relative);
    }
}

static void add_host(notices *to, scratch *in, text folder, const notice *item)
{
    text relative = {item->name, item->name_length / sizeof(WCHAR)};
    place at;
    place_below(in, folder, relative, &at);
    index_answer known = index_ask(&at);
    if (at.mode == MODE_HOST || (at.mode == MODE_MERGED && !known.own && !known.hidden && !whiteout_is_marker(relative)))
        put(to, item->action, relative);
}

void notices_add(notices *to, text folder, bool of_container, const void *raw)
{
    for (const notice *item = raw;; item = (const notice *)((const char *)item + item->next)) {
        scratch memory;
        scratch_begin(&memory);
        (of_container ? add_own : add_host)(to, &memory, folder, item);
        scratch_release(&memory);
        if (!item->next)
            break;
    }
}
