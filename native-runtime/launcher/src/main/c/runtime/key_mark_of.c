/* What the class of a key of the container says, asked by a handle of our own: the application's may not be allowed to. */
#include "hook.h"
#include "key_layer.h"

enum { ROOM = 1024 };

/* A descriptor that lets nobody read a key does not hide its class from the key above it. */
static NTSTATUS ask_above(scratch *in, const key_path *of, key_mark *mark)
{
    HANDLE key;
    key_path above;
    ULONG room = ROOM, needed = 0;
    key_node *node = scratch_get(in, room);
    NTSTATUS status = key_path_parent(of, &above) ? key_open_own(&above, KEY_ENUMERATE_SUB_KEYS, 0, &key) : STATUS_ACCESS_DENIED;
    if (status < 0)
        return status;
    for (ULONG i = 0; status >= 0; i++) {
        status = real.NtEnumerateKey(key, i, KEY_INFO_NODE, node, room, &needed);
        if (status == STATUS_BUFFER_OVERFLOW) {
            room = needed;
            node = scratch_get(in, room);
            status = real.NtEnumerateKey(key, i, KEY_INFO_NODE, node, room, &needed);
        }
        if (status >= 0 && text_equal((text){node->Name, node->NameLength / sizeof(WCHAR)}, key_path_name(of))) {
            *mark = key_mark_of_class(key_node_class(node));
            break;
        }
    }
    real.NtClose(key);
    return status == STATUS_NO_MORE_ENTRIES ? STATUS_OBJECT_NAME_NOT_FOUND : status;
}

NTSTATUS key_mark_of(scratch *in, const key_path *of, key_mark *mark)
{
    HANDLE key;
    ULONG needed;
    NTSTATUS status = key_open_own(of, KEY_QUERY_VALUE, 0, &key);
    *mark = MARK_NONE;
    if (status == STATUS_ACCESS_DENIED)
        return ask_above(in, of, mark);
    if (status < 0)
        return status;
    key_node *node = scratch_get(in, ROOM);
    status = real.NtQueryKey(key, KEY_INFO_NODE, node, ROOM, &needed);
    if (status >= 0)
        *mark = key_mark_of_class(key_node_class(node));
    real.NtClose(key);
    return status;
}
