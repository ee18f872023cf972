#include "hook.h"
#include "key_layer.h"

NTSTATUS key_read_whole(scratch *in, value_read *read, void *from, const UNICODE_STRING *name, value_partial **answer)
{
    ULONG room = 512, needed = 0;
    *answer = scratch_get(in, room);
    NTSTATUS status = read(from, name, *answer, room, &needed);
    if (status == STATUS_BUFFER_OVERFLOW) {
        *answer = scratch_get(in, needed);
        status = read(from, name, *answer, needed, &needed);
    }
    return status;
}

static NTSTATUS read_one_layer(void *key, const UNICODE_STRING *name, value_partial *answer, ULONG room, ULONG *needed)
{
    return real.NtQueryValueKey(key, name, VALUE_INFO_PARTIAL, answer, room, needed);
}

value_partial *key_read_value(scratch *in, HANDLE key, text name)
{
    UNICODE_STRING asked = text_unicode(name);
    value_partial *answer;
    return key_read_whole(in, read_one_layer, key, &asked, &answer) < 0 ? NULL : answer;
}
