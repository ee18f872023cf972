#include "notice_put.h"

#include <stddef.h>
#include <string.h>

struct early_notice {
    early_notice *next;
    ULONG action;
    text name;
    wchar_t room[];
};

void notices_begin(notices *to, ULONG length)
{
    *to = (notices){.buffer = memory_get(length), .length = length};
}

void notices_clear(notices *to)
{
    to->used = 0;
    to->link = NULL;
    to->overflow = false;
}

void notices_keep(text *at, text value)
{
    memory_free((void *)at->at);
    *at = value.length ? text_keep(value) : (text){NULL, 0};
}

/* Whether it was told early; what contradicts that makes it forgotten. */
static bool was_early(notices *to, ULONG action, text name)
{
    for (early_notice **link = &to->early; *link; link = &(*link)->next) {
        early_notice *item = *link;
        if (!text_equal(item->name, name))
            continue;
        bool same = item->action == action;
        *link = item->next;
        memory_free(item);
        return same;
    }
    return false;
}

static void write(notices *to, ULONG action, text name)
{
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

void notices_put(notices *to, ULONG action, text name)
{
    bool goes = action == FILE_ACTION_REMOVED || action == FILE_ACTION_RENAMED_OLD_NAME;
    bool gone = text_equal(to->removed, name);
    if (action != FILE_ACTION_MODIFIED && was_early(to, action, name))
        return;
    if (action == FILE_ACTION_REMOVED && gone)
        return; /* the host's and the container's went together */
    if (goes)
        notices_keep(&to->removed, name);
    else if (gone && action != FILE_ACTION_MODIFIED)
        notices_keep(&to->removed, TEXT_OF(""));
    write(to, action, name);
}

void notices_put_early(notices *to, ULONG action, text name)
{
    notices_put(to, action, name);
    early_notice *item = memory_get(sizeof *item + name.length * sizeof *item->room);
    memcpy(item->room, name.at, name.length * sizeof *item->room);
    item->next = to->early;
    item->action = action;
    item->name = (text){item->room, name.length};
    to->early = item;
}

void notices_end(notices *to)
{
    notices_keep(&to->removed, TEXT_OF(""));
    notices_keep(&to->mirrored, TEXT_OF(""));
    notices_keep(&to->covered, TEXT_OF(""));
    for (early_notice *item = to->early, *next; item; item = next) {
        next = item->next;
        memory_free(item);
    }
    memory_free(to->buffer);
}
