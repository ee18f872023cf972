#include "link_follow.h"

#include "index.h"
#include "link.h"

/* learn.microsoft.com, "Reparse Points": so many on any one path. */
enum { MOST_LINKS = 63 };

/* Where the first link on the way ends in the container's path; 0 when there is none that is to be followed. */
static size_t first_link(scratch *in, place *at, bool itself, link_data *found)
{
    text path = at->container, view = at->name.view;
    for (size_t end = at->mapped; end < path.length;) {
        for (end++; end < path.length && path.at[end] != L'\\';)
            end++;
        if (!link_find(in, text_before(path, end), found)
            || view_mode(text_before(view, view.length - (path.length - end))) == MODE_HOST)
            continue;
        if (end < path.length || !itself)
            return end;
        at->link = found->tag;
    }
    return 0;
}

static bool is_drive_path(text path)
{
    return path.length > 6 && text_starts(path, TEXT_OF("\\??\\")) && path.at[5] == L':' && path.at[6] == L'\\';
}

/* . and .. as words alone, as Windows does with what is behind a link; not past the root of the drive. */
static text without_dots(scratch *in, text path)
{
    enum { ROOT = 6 }; /* of \??\C:\ */
    if (!is_drive_path(path))
        return path;
    wchar_t *to = scratch_get(in, (path.length + 1) * sizeof *to);
    size_t length = 0;
    for (size_t start = 0, end; start < path.length; start = end) {
        for (end = start + 1; end < path.length && path.at[end] != L'\\';)
            end++;
        text part = text_before(text_after(path, start), end - start);
        if (start >= ROOT && text_equal(part, TEXT_OF("\\.")))
            continue;
        if (start >= ROOT && text_equal(part, TEXT_OF("\\.."))) {
            while (length > ROOT && to[--length] != L'\\')
                ;
            continue;
        }
        for (size_t i = 0; i < part.length; i++)
            to[length++] = part.at[i];
    }
    if (length == ROOT)
        to[length++] = L'\\';
    return (text){to, length};
}

/* No name has these; behind a link they are refused as they are before it. */
static bool is_spelled_well(text target)
{
    return text_last(target, L'/') == target.length && text_last(target, 0) == target.length;
}

/* The link's words, and behind them what followed it. */
static text lead(scratch *in, const place *at, size_t end, const link_data *to)
{
    text view = at->name.view, target = to->target;
    size_t here = view.length - (at->container.length - end);
    text rest = text_join(in, 3, text_after(view, here), at->name.slash ? TEXT_OF("\\") : TEXT_OF(""), at->name.stream);
    while (target.length > 1 && target.at[target.length - 1] == L'\\' && rest.length && rest.at[0] == L'\\')
        target.length--;
    if (!to->relative)
        return text_join(in, 2, target, rest);
    bool from_root = target.at[0] == L'\\';
    text base = text_before(view, from_root ? 2 : text_last(text_before(view, here), L'\\') + 1);
    return text_join(in, 4, TEXT_OF("\\??\\"), base, target, rest);
}

bool link_follow(scratch *in, const name *from, bool itself, place *result)
{
    name now = *from;
    for (int followed = 0;; followed++) {
        link_data found;
        place_from(in, &now, result);
        result->known = index_ask(result);
        size_t end = result->known.links ? first_link(in, result, itself, &found) : 0;
        if (!end)
            return true;
        if (followed == MOST_LINKS || !is_spelled_well(found.target)) {
            result->refused = followed == MOST_LINKS ? STATUS_REPARSE_POINT_NOT_RESOLVED : STATUS_OBJECT_NAME_INVALID;
            return true;
        }
        text path = without_dots(in, lead(in, result, end, &found));
        if (!name_of_target(in, path, &now)) {
            result->outside = path;
            return false;
        }
        now.rewritten = true;
    }
}
