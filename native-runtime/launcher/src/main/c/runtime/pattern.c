#include "pattern.h"

static bool rule_matches(text pattern, text path)
{
    size_t p = 0, i = 0;
    while (p < pattern.length) {
        if (pattern.at[p] == L'*') {
            bool names = p + 1 < pattern.length && pattern.at[p + 1] == L'*';
            text rest = text_after(pattern, p + (names ? 2 : 1));
            for (;; i++) {
                if (rule_matches(rest, text_after(path, i)))
                    return true;
                if (i == path.length || (!names && path.at[i] == L'\\'))
                    return false;
            }
        }
        if (i == path.length)
            return false;
        if (pattern.at[p] == L'?' ? path.at[i] == L'\\' : text_upper(pattern.at[p]) != text_upper(path.at[i]))
            return false;
        p++;
        i++;
    }
    return i == path.length;
}

static bool ends_in_everything(text pattern)
{
    return pattern.length > 3 && text_equal(text_after(pattern, pattern.length - 3), TEXT_OF("\\**"));
}

bool pattern_matches_path(text pattern, text path)
{
    return rule_matches(pattern, path)
        || (ends_in_everything(pattern) && rule_matches(text_before(pattern, pattern.length - 3), path));
}

bool pattern_may_lie_below(text pattern, text folder)
{
    size_t literal = 0;
    while (literal < pattern.length && pattern.at[literal] != L'*' && pattern.at[literal] != L'?')
        literal++;
    text start = text_before(pattern, literal);
    if (literal <= folder.length + 1) { /* a wildcard comes before the folder's end: it may match anything below */
        text parent = text_before(start, text_last(start, L'\\'));
        bool about_all = ends_in_everything(pattern) && literal + 2 == pattern.length && text_within(folder, parent);
        return !about_all && text_within(folder, parent);
    }
    return text_within(start, folder);
}

static bool is_dot_in(text name, size_t from)
{
    for (size_t i = from; i < name.length; i++)
        if (name.at[i] == L'.')
            return true;
    return false;
}

bool pattern_matches_name(text expression, text name)
{
    size_t p = 0, i = 0;
    for (; p < expression.length; p++) {
        text rest = text_after(expression, p + 1);
        switch (expression.at[p]) {
        case L'*':
            for (; i <= name.length; i++)
                if (pattern_matches_name(rest, text_after(name, i)))
                    return true;
            return false;
        case L'<': /* any number of characters, up to the last dot */
            for (;; i++) {
                if (pattern_matches_name(rest, text_after(name, i)))
                    return true;
                if (i == name.length || (name.at[i] == L'.' && !is_dot_in(name, i + 1)))
                    return false;
            }
        case L'>': /* one character, or none before a dot and at the end */
            if (i < name.length && name.at[i] != L'.')
                i++;
            break;
        case L'"': /* a dot, or the end */
            if (i < name.length) {
                if (name.at[i] != L'.')
                    return false;
                i++;
            }
            break;
        case L'?':
            if (i == name.length)
                return false;
            i++;
            break;
        default:
            if (i == name.length || text_upper(expression.at[p]) != text_upper(name.at[i]))
                return false;
            i++;
        }
    }
    return i == name.length;
}
