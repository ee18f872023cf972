#include "notice_view.h"

#include "index.h"
#include "whiteout.h"

void notice_place(scratch *in, const notice_source *from, text relative, place *result)
{
    name below = {.view = text_join(in, 3, from->view, TEXT_OF("\\"), relative)};
    place_from(in, &below, result);
}

text notice_name(scratch *in, const notice_source *from, text relative)
{
    return text_join(in, 2, from->prefix, relative);
}

bool notice_is_asked_for(const notice_source *from, ULONG attributes)
{
    return from->filter & (attributes & FILE_ATTRIBUTE_DIRECTORY ? FILE_NOTIFY_CHANGE_DIR_NAME : FILE_NOTIFY_CHANGE_FILE_NAME);
}

bool notice_is_own(scratch *in, const place *at, ULONG *attributes)
{
    return index_ask(at).own && attributes_of(name_to_nt(in, at->container), attributes) >= 0;
}

bool notice_is_seen(scratch *in, const notice_source *from, text relative, const place *at)
{
    ULONG attributes;
    if (from->own)
        return at->mode != MODE_HOST && text_equal(at->container, text_join(in, 3, from->path, TEXT_OF("\\"), relative));
    if (view_is_container(at->name.view) || whiteout_is_marker(at->name.view))
        return false;
    return at->mode == MODE_HOST || (!notice_is_own(in, at, &attributes) && !place_is_hidden(in, at));
}

bool notice_takes_away(scratch *in, const notice_source *from, const place *at)
{
    ULONG attributes;
    place parent;
    name host = {.view = at->name.view};
    return at->mode == MODE_MERGED && attributes_of(name_on_host(in, &host), &attributes) >= 0
        && notice_is_asked_for(from, attributes) && !(place_parent(in, at, &parent) && place_is_hidden(in, &parent));
}

text notice_unmarked(scratch *in, text relative)
{
    size_t slash = text_last(relative, L'\\'), start = slash == relative.length ? 0 : slash + 1;
    return text_join(in, 2, text_before(relative, start), text_after(relative, start + sizeof ".wh." - 1));
}

bool notice_is_work_file(text relative)
{
    size_t slash = text_last(relative, L'\\');
    return text_starts(slash == relative.length ? relative : text_after(relative, slash + 1), TEXT_OF(".wh..wh."));
}
