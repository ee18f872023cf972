/* Which folders of which layers a watch looks at. */
#include "hook.h"
#include "watch_part.h"

typedef struct {
    watch_part *parts;
    ULONG count, room;
} part_list;

static void add_part(part_list *to, const notice_source *from)
{
    if (to->count < to->room)
        watch_part_begin(&to->parts[to->count++], from);
}

/* What lies below and is kept elsewhere in the container. Without all below it only that such a folder comes is told. */
static void add_places(scratch *in, part_list *to, const notice_source *above)
{
    const session_pair *places = session_pairs(session, session->places);
    for (uint32_t i = 0; i < session->places.count; i++) {
        text view = session_at(places[i].from);
        size_t mapped;
        if (view.length <= above->view.length || !text_within(view, above->view))
            continue;
        text below = text_after(view, above->view.length + 1);
        notice_source source = *above;
        source.view = view;
        source.path = view_to_container(in, view, &mapped);
        source.prefix = text_join(in, 2, below, TEXT_OF("\\"));
        source.itself = !above->subtree;
        if (above->subtree || text_last(below, L'\\') == below.length)
            add_part(to, &source);
    }
}

ULONG watch_parts_begin(const place *at, ULONG filter, BOOLEAN subtree, watch_part *parts, ULONG room)
{
    const ULONG names = filter & (FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME);
    bool rules_below = subtree && view_has_rules_below(at->name.view);
    part_list list = {.parts = parts, .room = room};
    scratch memory;
    scratch_begin(&memory);
    notice_source own = {.view = at->name.view, .path = at->container, .prefix = TEXT_OF(""), .filter = filter,
                         .own = true, .subtree = subtree};
    notice_source host = {.view = at->name.view, .path = at->name.view, .prefix = TEXT_OF(""), .filter = filter,
                          .subtree = subtree};
    if (at->mode != MODE_HOST || rules_below) {
        add_part(&list, &own);
        add_places(&memory, &list, &own);
        own.markers = true; /* which are files, whatever they stand for */
        if (names == FILE_NOTIFY_CHANGE_DIR_NAME) {
            add_part(&list, &own);
            if (subtree)
                add_places(&memory, &list, &own);
        }
    }
    if (at->mode == MODE_HOST || rules_below || !place_is_hidden(&memory, at))
        add_part(&list, &host);
    scratch_release(&memory);
    return list.count;
}
