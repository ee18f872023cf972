#include "notice.h"

#include "notice_put.h"
#include "notice_view.h"
#include "whiteout.h"

static text name_in(const notice *item)
{
    return (text){item->name, item->name_length / sizeof(WCHAR)};
}

static const notice *next_of(const notice *item)
{
    return item->next ? (const notice *)((const char *)item + item->next) : NULL;
}

/* A name whose whiteout came is gone, unless the container has it: then it goes at once, too, or was made again. */
void notices_settle(notices *to, const notice_source *from)
{
    scratch memory;
    place at;
    ULONG attributes;
    if (!to->covered.length)
        return;
    scratch_begin(&memory);
    text watched = text_before(from->view, from->view.length - from->prefix.length);
    name name = {.view = text_join(&memory, 3, watched, TEXT_OF("\\"), to->covered)};
    place_from(&memory, &name, &at);
    to->waits = false;
    if (!notice_is_own(&memory, &at, &attributes)) {
        notices_put(to, FILE_ACTION_REMOVED, to->covered);
        notices_keep(&to->covered, TEXT_OF(""));
    }
    scratch_release(&memory);
}

/* Which name of a rename, or which removal, it belongs to comes after it. */
static void add_whiteout(notices *to, scratch *in, const notice_source *from, text relative)
{
    place at;
    notices_settle(to, from);
    notice_place(in, from, relative, &at);
    if (!notice_takes_away(in, from, &at))
        return;
    notices_keep(&to->covered, notice_name(in, from, relative));
    to->waits = true;
}

static bool is_mirrors(const notices *to, scratch *in, const place *at, text told)
{
    ULONG attributes;
    return text_equal(told, to->mirrored) && notice_is_own(in, at, &attributes) && (attributes & FILE_ATTRIBUTE_DIRECTORY);
}

static void add_own(notices *to, scratch *in, const notice_source *from, const notice *item)
{
    text relative = name_in(item), told = notice_name(in, from, relative);
    bool arrives = to->copy_arrives && item->action == FILE_ACTION_RENAMED_NEW_NAME;
    place at;
    to->copy_arrives = notice_is_work_file(relative) && item->action == FILE_ACTION_RENAMED_OLD_NAME;
    if (whiteout_is_marker(relative)) {
        if (item->action == FILE_ACTION_ADDED && !notice_is_work_file(relative))
            add_whiteout(to, in, from, notice_unmarked(in, relative));
        return;
    }
    notice_place(in, from, relative, &at);
    if (arrives || from->markers || !notice_is_seen(in, from, relative, &at))
        return;
    bool covered = text_equal(told, to->covered);
    if (covered)
        notices_keep(&to->covered, TEXT_OF(""));
    else
        notices_settle(to, from);
    if (item->action == FILE_ACTION_ADDED) {
        if (place_has_host(in, &at)) { /* what arrives over the host's is its copy: nothing is new */
            notices_keep(&to->mirrored, told);
            return;
        }
        if (covered)
            notices_put(to, FILE_ACTION_REMOVED, told);
    }
    if (item->action != FILE_ACTION_MODIFIED || !is_mirrors(to, in, &at, told))
        notices_put(to, item->action, told);
}

static bool host_shows(scratch *in, const notice_source *from, const notice *item)
{
    place at;
    notice_place(in, from, name_in(item), &at);
    return notice_is_seen(in, from, name_in(item), &at);
}

static void add_host(notices *to, scratch *in, const notice_source *from, const notice *item)
{
    ULONG action = item->action;
    const notice *next = next_of(item);
    bool shown = host_shows(in, from, item), appears = to->appears;
    to->appears = action == FILE_ACTION_RENAMED_OLD_NAME && !shown;
    if (!shown)
        return;
    if (action == FILE_ACTION_RENAMED_OLD_NAME && next && !host_shows(in, from, next))
        action = FILE_ACTION_REMOVED;
    if (action == FILE_ACTION_RENAMED_NEW_NAME && appears)
        action = FILE_ACTION_ADDED;
    notices_put(to, action, notice_name(in, from, name_in(item)));
}

void notices_add(notices *to, const notice_source *from, const void *raw)
{
    for (const notice *item = raw; item; item = next_of(item)) {
        scratch memory;
        scratch_begin(&memory);
        (from->own ? add_own : add_host)(to, &memory, from, item);
        scratch_release(&memory);
    }
}
