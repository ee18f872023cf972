#include "link_data.h"

#include <string.h>

/* Of REPARSE_DATA_BUFFER, up to where a symbolic link has its flags and a junction its names. */
typedef struct {
    ULONG tag;
    USHORT length, reserved;
    USHORT substitute_at, substitute_length, print_at, print_length; /* in bytes, from where the names begin */
} head;

bool link_tag_is_ours(ULONG tag)
{
    return tag == IO_REPARSE_TAG_MOUNT_POINT || tag == IO_REPARSE_TAG_SYMLINK;
}

static bool lies_in(ULONG at, ULONG length, ULONG room)
{
    return !(at % sizeof(WCHAR)) && !(length % sizeof(WCHAR)) && at <= room && length <= room - at;
}

NTSTATUS link_parse(const void *bytes, ULONG size, link_data *result)
{
    enum { RELATIVE_FLAG = 1 }; /* SYMLINK_FLAG_RELATIVE */
    head fields;
    ULONG flags = 0, names = sizeof fields;
    if (size < sizeof fields || size > LINK_LONGEST)
        return STATUS_IO_REPARSE_DATA_INVALID;
    memcpy(&fields, bytes, sizeof fields);
    if (!link_tag_is_ours(fields.tag) || size != (ULONG)fields.length + LINK_HEAD)
        return STATUS_IO_REPARSE_DATA_INVALID;
    if (fields.tag == IO_REPARSE_TAG_SYMLINK) {
        names += sizeof flags;
        if (size < names)
            return STATUS_IO_REPARSE_DATA_INVALID;
        memcpy(&flags, (const char *)bytes + sizeof fields, sizeof flags);
    }
    if (!fields.substitute_length || !lies_in(fields.substitute_at, fields.substitute_length, size - names)
        || !lies_in(fields.print_at, fields.print_length, size - names))
        return STATUS_IO_REPARSE_DATA_INVALID;
    const wchar_t *target = (const wchar_t *)((const char *)bytes + names + fields.substitute_at);
    *result = (link_data){bytes, size, fields.tag, {target, fields.substitute_length / sizeof(WCHAR)}, flags & RELATIVE_FLAG};
    return STATUS_SUCCESS;
}
