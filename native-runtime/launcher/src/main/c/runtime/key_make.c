#include "key_make.h"

#include "hook.h"
#include "key_turn.h"

static NTSTATUS create(scratch *in, const key_path *of, ACCESS_MASK access, key_mark mark, HANDLE *key)
{
    key_object object;
    UNICODE_STRING class = text_unicode(key_marked_class(in, mark, TEXT_OF("")));
    NTSTATUS status = key_own_object(of, &object);
    key_index_add(of, mark != MARK_NONE);
    return status < 0 ? status : real.NtCreateKey(key, (access & ~(ACCESS_MASK)KEY_VIEWS) | KEY_WOW64_64KEY,
                                                  &object.attributes, 0, mark ? &class : NULL, 0, NULL);
}

/* As the host spells it, whoever names it first. */
static key_path spelled(scratch *in, const key_path *of)
{
    enum { ROOM = 1024 };
    HANDLE host;
    ULONG needed;
    key_path above, result = *of;
    if (!key_path_parent(of, &above) || key_open_host(in, of, KEY_QUERY_VALUE, 0, &host) < 0)
        return result;
    key_basic *found = scratch_get(in, ROOM);
    if (real.NtQueryKey(host, KEY_INFO_BASIC, found, ROOM, &needed) >= 0
        && text_equal((text){found->Name, found->NameLength / sizeof(WCHAR)}, key_path_name(of)))
        result.view = text_join(in, 3, above.view, TEXT_OF("\\"), (text){found->Name, found->NameLength / sizeof(WCHAR)});
    real.NtClose(host);
    return result;
}

static NTSTATUS mirror(scratch *in, const key_path *of, ACCESS_MASK access, HANDLE *key)
{
    key_found found;
    key_find(in, of, MODE_MERGED, access, 0, &found);
    *key = found.own;
    if (found.own)
        return STATUS_SUCCESS;
    if (found.gone)
        return STATUS_KEY_DELETED;
    if (found.status != STATUS_OBJECT_NAME_NOT_FOUND)
        return found.status;
    NTSTATUS status = key_mirror_above(in, of);
    key_path named = spelled(in, of);
    return status < 0 ? status : create(in, &named, access, MARK_NONE, key);
}

NTSTATUS key_mirror_above(scratch *in, const key_path *of)
{
    key_path above;
    HANDLE key;
    if (!key_path_parent(of, &above))
        return STATUS_SUCCESS;
    above.flags = 0;
    NTSTATUS status = mirror(in, &above, KEY_CREATE_SUB_KEY, &key);
    if (status >= 0)
        real.NtClose(key);
    return status;
}

NTSTATUS key_mirror(scratch *in, const key_path *of, ACCESS_MASK access, HANDLE *key)
{
    key_turn_take();
    NTSTATUS status = mirror(in, of, access, key);
    key_turn_end();
    if (status >= 0)
        key_changed();
    return status;
}

NTSTATUS key_own_to_write(scratch *in, key_record *record, HANDLE *key)
{
    *key = record->own;
    if (*key)
        return STATUS_SUCCESS;
    key_layers layers;
    NTSTATUS status = key_layers_of(in, record, &layers);
    *key = layers.own;
    if (status < 0 || *key)
        return status;
    key_path path = key_record_path(record);
    status = key_mirror(in, &path, KEY_ALL_ACCESS, key);
    if (status >= 0)
        *key = key_keep(&record->own, *key);
    return status;
}

NTSTATUS key_whiteout_put(scratch *in, const key_path *of)
{
    HANDLE key;
    NTSTATUS status = key_mirror_above(in, of);
    if (status >= 0)
        status = create(in, of, KEY_QUERY_VALUE, MARK_WHITEOUT, &key);
    if (status >= 0)
        real.NtClose(key);
    return status;
}

NTSTATUS key_remove_own(scratch *in, const key_path *of, HANDLE key)
{
    enum { ROOM = 1024 };
    key_node *node = scratch_get(in, ROOM);
    ULONG needed;
    for (ULONG i = 0; real.NtEnumerateKey(key, i, KEY_INFO_NODE, node, ROOM, &needed) >= 0;) {
        key_path inner = key_path_below(in, of, (text){node->Name, node->NameLength / sizeof(WCHAR)});
        HANDLE marker;
        if (key_mark_of_class(key_node_class(node)) != MARK_WHITEOUT || key_open_own(&inner, DELETE, 0, &marker) < 0) {
            i++;
            continue;
        }
        NTSTATUS removed = real.NtDeleteKey(marker);
        real.NtClose(marker);
        i += removed < 0;
    }
    return real.NtDeleteKey(key);
}
