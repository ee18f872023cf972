/* What is told of a link: that it is one, and of which kind. */
#include "hook.h"
#include "link.h"

#include <string.h>

typedef struct {
    int class;
    ULONG attributes; /* where the answer has FileAttributes, in bytes */
    ULONG tag;        /* and ReparseTag; 0: it has none */
} shape;

static const shape SHAPES[] = {
    {FileBasicInformation, 32, 0},
    {FileAllInformation, 32, 0},
    {FileNetworkOpenInformation, 48, 0},
    {FileAttributeTagInformation, 0, 4},
    {FILE_STAT, 56, 60},
    {FILE_STAT_LX, 56, 60},
    {FILE_STAT_BASIC, 56, 60},
};

static const shape *shape_of(FILE_INFORMATION_CLASS class)
{
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (SHAPES[i].class == (int)class)
            return &SHAPES[i];
    return NULL;
}

void link_mark(FILE_INFORMATION_CLASS class, void *answer, ULONG length, ULONG tag)
{
    const shape *as = shape_of(class);
    if (!tag || !as || length < as->attributes + sizeof(ULONG) || length < as->tag + sizeof(ULONG))
        return;
    ULONG *attributes = (ULONG *)((char *)answer + as->attributes);
    *attributes = (*attributes & ~(ULONG)FILE_ATTRIBUTE_NORMAL) | FILE_ATTRIBUTE_REPARSE_POINT;
    if (as->tag)
        memcpy((char *)answer + as->tag, &tag, sizeof tag);
}

void link_tell(HANDLE file, FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    if (!session_index_of(session)->links || !shape_of(class))
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
