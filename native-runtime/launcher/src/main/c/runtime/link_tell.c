/* What is told of a link: that it is one, and of which kind. */
#include "answer_shape.h"
#include "hook.h"
#include "link.h"

void link_mark(FILE_INFORMATION_CLASS class, void *answer, ULONG length, ULONG tag)
{
    const answer_shape *as = answer_shape_of(class);
    ULONG attributes;
    if (!tag || !as || !answer_has(as->attributes, sizeof attributes, length))
        return;
    memcpy(&attributes, (const char *)answer + as->attributes, sizeof attributes);
    attributes = (attributes & ~(ULONG)FILE_ATTRIBUTE_NORMAL) | FILE_ATTRIBUTE_REPARSE_POINT;
    answer_set(answer, length, as->attributes, &attributes, sizeof attributes);
    answer_set(answer, length, as->tag, &tag, sizeof tag);
}

void link_tell(HANDLE file, FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    const answer_shape *as = session_index_of(session)->links ? answer_shape_of(class) : NULL;
    if (!as || as->attributes == NOWHERE)
        return;
    scratch memory;
    place at;
    link_data link;
    bool in_container;
    scratch_begin(&memory);
    if (name_of_handle(&memory, file, &at.name, &in_container) && in_container) {
        place_from(&memory, &at.name, &at);
        if (link_find(&memory, at.container, &link))
            link_mark(class, answer, length, link.tag);
    }
    scratch_release(&memory);
}
