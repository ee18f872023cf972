#include "view.h"

#include "pattern.h"

const session_header *session;
bool redirected;

static const text SEPARATOR = {L"\\", 1};

text view_to_container(scratch *in, text view, size_t *mapped)
{
    text root = session_at(session->root);
    const session_pair *places = session_pairs(session, session->places);
    for (uint32_t i = 0; i < session->places.count; i++) {
        text from = session_at(places[i].from);
        if (text_within(view, from)) {
            *mapped = root.length + 1 + places[i].to.length;
            return text_join(in, 4, root, SEPARATOR, session_at(places[i].to), text_after(view, from.length));
        }
    }
    *mapped = root.length + sizeof "\\rootfs\\Drives\\C" - 1;
    return text_join(in, 4, root, TEXT_OF("\\rootfs\\Drives\\"), text_before(view, 1), text_after(view, 2));
}

bool view_is_container(text path)
{
    return text_within(path, session_at(session->root));
}

static bool unmapped(scratch *in, text relative, text *view)
{
    const session_pair *places = session_pairs(session, session->places);
    for (uint32_t i = 0; i < session->places.count; i++) {
        text to = session_at(places[i].to);
        if (text_within(relative, to)) {
            *view = text_join(in, 2, session_at(places[i].from), text_after(relative, to.length));
            return true;
        }
    }
    text drives = TEXT_OF("rootfs\\Drives\\");
    if (!text_starts(relative, drives) || relative.length == drives.length)
        return false;
    text rest = text_after(relative, drives.length);
    if (rest.length > 1 && rest.at[1] != L'\\')
        return false;
    *view = text_join(in, 3, text_before(rest, 1), TEXT_OF(":"), text_after(rest, 1));
    return true;
}

bool view_from_container(scratch *in, text path, text *view)
{
    text root = session_at(session->root);
    if (!text_within(path, root) || path.length <= root.length + 1)
        return false;
    size_t mapped;
    return unmapped(in, text_after(path, root.length + 1), view)
        && text_equal(view_to_container(in, *view, &mapped), path);
}

static const session_pair *rule_of(text view)
{
    const session_pair *rules = session_pairs(session, session->rules);
    for (uint32_t i = 0; i < session->rules.count; i++)
        if (pattern_matches_path(session_at(rules[i].from), view))
            return &rules[i];
    return NULL;
}

access_mode view_mode(text view)
{
    const session_pair *rule = rule_of(view);
    return rule ? (access_mode)rule->number : MODE_MERGED;
}

text view_rule(text view)
{
    const session_pair *rule = rule_of(view);
    return rule ? session_at(rule->from) : TEXT_OF("");
}

bool view_has_rules_below(text folder)
{
    const session_pair *rules = session_pairs(session, session->rules);
    for (uint32_t i = 0; i < session->rules.count; i++)
        if (pattern_may_lie_below(session_at(rules[i].from), folder))
            return true;
    return false;
}

text view_without_junctions(scratch *in, text path)
{
    enum { LONGEST_CHAIN = 8 };
    const session_pair *junctions = session_pairs(session, session->junctions);
    for (int step = 0; step < LONGEST_CHAIN; step++) {
        uint32_t i = 0;
        while (i < session->junctions.count && !text_within(path, session_at(junctions[i].from)))
            i++;
        if (i == session->junctions.count)
            break;
        path = text_join(in, 2, session_at(junctions[i].to), text_after(path, junctions[i].from.length));
    }
    return path;
}
