#include "key_mark.h"

#include "../session/step.h"

static const struct {
    text class;
    key_mark mark;
} MARKS[] = {
    {{WHITEOUT_CLASS, sizeof WHITEOUT_CLASS / sizeof(wchar_t) - 1}, MARK_WHITEOUT},
    {{L"ctnr.opaque", 11}, MARK_OPAQUE},
    {{L"ctnr.volatile", 13}, MARK_VOLATILE},
    {{L"ctnr.opaque.volatile", 20}, MARK_OPAQUE | MARK_VOLATILE},
};
enum { COUNT = sizeof MARKS / sizeof *MARKS };

/* Where a key came from a file of Wine's own format, Wine counts the zero behind the class to it. */
static text without_zeros(text class)
{
    while (class.length && !class.at[class.length - 1])
        class.length--;
    return class;
}

key_mark key_mark_of_class(text class)
{
    class = without_zeros(class);
    text own = text_before(class, text_last(class, L':'));
    for (size_t i = 0; i < COUNT; i++)
        if (text_equal(own, MARKS[i].class))
            return MARKS[i].mark;
    return MARK_NONE;
}

text key_class_of_application(text class)
{
    class = without_zeros(class);
    if (key_mark_of_class(class) == MARK_NONE)
        return class;
    size_t colon = text_last(class, L':');
    return colon == class.length ? (text){L"", 0} : text_after(class, colon + 1);
}

text key_marked_class(scratch *in, key_mark mark, text class)
{
    for (size_t i = 0; i < COUNT; i++)
        if (MARKS[i].mark == mark)
            return class.length ? text_join(in, 3, MARKS[i].class, TEXT_OF(":"), class) : MARKS[i].class;
    return class;
}

text key_node_class(const key_node *node)
{
    return node->ClassLength ? (text){(const wchar_t *)((const char *)node + node->ClassOffset), node->ClassLength / sizeof(WCHAR)}
                             : (text){L"", 0};
}
