#include "folder_format.h"

#include <string.h>

/* Where the parts lie that not every class has; 0 for none. The first 64 bytes are the same but for names only. */
typedef struct {
    FILE_INFORMATION_CLASS class;
    ULONG name, ea_size, short_name, id, wide_id;
} shape;

static const shape SHAPES[] = {
    {FileDirectoryInformation, 64, 0, 0, 0, 0},
    {FileFullDirectoryInformation, 68, 64, 0, 0, 0},
    {FileBothDirectoryInformation, 94, 64, 68, 0, 0},
    {FileNamesInformation, 12, 0, 0, 0, 0},
    {FileIdBothDirectoryInformation, 104, 64, 68, 96, 0},
    {FileIdFullDirectoryInformation, 80, 64, 0, 72, 0},
    {(FILE_INFORMATION_CLASS)FILE_ID_EXTD_DIRECTORY, 88, 64, 0, 0, 72},
    {(FILE_INFORMATION_CLASS)FILE_ID_EXTD_BOTH_DIRECTORY, 114, 64, 88, 0, 72},
};

static const shape *shape_of(FILE_INFORMATION_CLASS class)
{
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (SHAPES[i].class == class)
            return &SHAPES[i];
    return NULL;
}

bool format_is_known(FILE_INFORMATION_CLASS class)
{
    return shape_of(class) != NULL;
}

static void fill(char *at, const shape *as, const entry *item, ULONG name_bytes)
{
    memset(at, 0, as->name);
    if (as->class == FileNamesInformation) {
        memcpy(at + 8, &name_bytes, 4);
        return;
    }
    memcpy(at + 8, item->times, 32);
    memcpy(at + 40, &item->size, 8);
    memcpy(at + 48, &item->allocated, 8);
    memcpy(at + 56, &item->attributes, 4);
    memcpy(at + 60, &name_bytes, 4);
    if (as->ea_size)
        memcpy(at + as->ea_size, &item->ea_size, 4);
    if (as->short_name) {
        at[as->short_name] = (char)item->short_length;
        memcpy(at + as->short_name + 2, item->short_name, item->short_length);
    }
    if (as->id)
        memcpy(at + as->id, &item->id, 8);
    if (as->wide_id) {
        memcpy(at + as->wide_id, &item->id, 8);
        if (item->attributes & FILE_ATTRIBUTE_REPARSE_POINT) /* ReparsePointTag */
            memcpy(at + as->wide_id - 4, &item->ea_size, 4);
    }
}

NTSTATUS format_add(format_state *to, const entry *item)
{
    const shape *as = shape_of(to->class);
    ULONG start = (to->used + 7) & ~7u;
    ULONG name_bytes = (ULONG)(item->name.length * sizeof(WCHAR));
    bool first = !to->link;
    if (start + as->name > to->length)
        return first ? STATUS_INFO_LENGTH_MISMATCH : STATUS_BUFFER_TOO_SMALL;
    ULONG room = to->length - start - as->name;
    if (name_bytes > room && !first)
        return STATUS_BUFFER_TOO_SMALL;
    char *at = to->buffer + start;
    fill(at, as, item, name_bytes);
    ULONG copied = name_bytes < room ? name_bytes : room;
    memcpy(at + as->name, item->name.at, copied);
    if (to->link)
        *to->link = (ULONG)(at - (char *)to->link);
    to->link = (ULONG *)at;
    to->used = start + as->name + copied;
    return copied < name_bytes ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}
