#include "key_index.h"

#include "hook.h"
#include "index.h"
#include "key_layer.h"
#include "key_mark.h"

enum { ENTRY = 1, MARKED, KNOWN };

static const uint64_t BASIS = 0x9ae16a3b2f90404f; /* apart from the names of files */

static volatile session_index *keys_index(void)
{
    return session_index_of(session);
}

/* Takes in the names of a key's subkeys; false when it can't be said what it has. */
static bool read_key(const key_path *of, uint64_t path, uint32_t known)
{
    HANDLE key;
    ULONG room = 1024, needed;
    NTSTATUS status = key_open_own(of, KEY_ENUMERATE_SUB_KEYS, 0, &key);
    if (status < 0 && status != STATUS_OBJECT_NAME_NOT_FOUND)
        return false;
    scratch memory;
    scratch_begin(&memory);
    key_node *node = scratch_get(&memory, room);
    for (ULONG i = 0; status >= 0; i++) {
        status = real.NtEnumerateKey(key, i, KEY_INFO_NODE, node, room, &needed);
        if ((status == STATUS_BUFFER_OVERFLOW || status == STATUS_BUFFER_TOO_SMALL) && needed > room) {
            room = needed + 256;
            node = scratch_get(&memory, room);
            status = STATUS_SUCCESS;
            i--;
            continue;
        }
        if (status < 0)
            break;
        text name = {node->Name, node->NameLength / sizeof(WCHAR)};
        uint64_t inner = index_hash(index_hash(path, TEXT_OF("\\")), name);
        index_put(inner, ENTRY);
        if (key_mark_of_class(key_node_class(node)) != MARK_NONE)
            index_put(inner, MARKED);
    }
    scratch_release(&memory);
    if (status != STATUS_OBJECT_NAME_NOT_FOUND)
        real.NtClose(key);
    if (status != STATUS_NO_MORE_ENTRIES && status != STATUS_OBJECT_NAME_NOT_FOUND)
        return false;
    index_put(path, known);
    return true;
}

key_answer key_index_ask(const key_path *of)
{
    static const key_answer ANYTHING = {true, true, true};
    key_answer answer = {true, false, false};
    size_t here = key_path_root(of);
    uint32_t known = KNOWN + (uint32_t)keys_index()->keys_moved;
    uint64_t path = index_hash(BASIS, text_before(of->view, here));
    while (here < of->view.length) {
        key_path above = *of;
        above.view = text_before(of->view, here);
        if (keys_index()->full || (!index_has(path, known) && !read_key(&above, path, known)))
            return ANYTHING;
        size_t end = here + 1;
        while (end < of->view.length && of->view.at[end] != L'\\')
            end++;
        path = index_hash(path, text_before(text_after(of->view, here), end - here));
        answer.covered |= answer.marked;
        answer.own = index_has(path, ENTRY);
        answer.marked = index_has(path, MARKED);
        if (!answer.own)
            break;
        here = end;
    }
    return keys_index()->full ? ANYTHING : answer;
}

void key_index_add(const key_path *of, bool marked)
{
    uint64_t path = index_hash(BASIS, of->view);
    index_put(path, ENTRY);
    if (marked)
        index_put(path, MARKED);
}

void key_index_moved(void)
{
    InterlockedIncrement((volatile LONG *)&keys_index()->keys_moved);
}

LONG key_changes(void)
{
    return keys_index()->keys_changed;
}

void key_changed(void)
{
    InterlockedIncrement((volatile LONG *)&keys_index()->keys_changed);
}
