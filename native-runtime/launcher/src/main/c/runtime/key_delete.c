/* NtDeleteKey. */
#include "hook.h"
#include "key_elsewhere.h"
#include "key_make.h"
#include "key_step.h"
#include "key_turn.h"
#include "key_view.h"
#include "trace.h"

static NTSTATUS has_subkeys(scratch *in, key_record *record, bool *has)
{
    key_listing *listing;
    NTSTATUS status = key_view_list_alone(in, record, KEY_SUBKEYS, &listing);
    if (status < 0)
        return status;
    *has = listing->count;
    key_listing_free(listing);
    return status;
}

/* A key that was made again after its deletion is opaque, and hides the host's: a whiteout takes its place, too. */
static bool needs_whiteout(scratch *in, key_record *record, const key_path *path)
{
    key_path above;
    HANDLE host;
    if (record->mode == MODE_ISOLATED || !key_path_parent(path, &above) || (key_index_ask(path).covered && key_is_apart(in, &above)))
        return false;
    NTSTATUS status = key_open_host(in, path, KEY_QUERY_VALUE, 0, &host);
    if (status >= 0)
        real.NtClose(host);
    return status >= 0 || status == STATUS_ACCESS_DENIED;
}

static NTSTATUS delete_in_turn(scratch *in, key_record *record, const key_path *path)
{
    bool has;
    key_layers layers;
    NTSTATUS status = key_layers_of(in, record, &layers);
    if (status >= 0)
        status = has_subkeys(in, record, &has);
    if (status < 0)
        return status == STATUS_KEY_DELETED ? STATUS_SUCCESS : status; /* it is no error to do it twice */
    if (has)
        return STATUS_CANNOT_DELETE;
    bool whiteout = needs_whiteout(in, record, path);
    if (whiteout)
        key_index_add(path, true); /* from here on it is looked at in turn */
    if (whiteout && layers.own)
        status = key_step_begin(in, path, false);
    if (status < 0)
        return status;
    if (layers.own)
        status = key_remove_own(in, path, layers.own);
    if (whiteout && status >= 0)
        status = key_whiteout_put(in, path);
    if (whiteout && layers.own)
        key_step_end();
    return status;
}

static NTSTATUS delete_key(scratch *in, key_record *record)
{
    key_path path = key_record_path(record), above;
    if (!(record->granted & DELETE))
        return STATUS_ACCESS_DENIED;
    if (record->hive == HIVE_NONE)
        return key_refuse_change(path.view);
    if (!key_path_parent(&path, &above))
        return STATUS_CANNOT_DELETE;
    key_turn_take();
    NTSTATUS status = delete_in_turn(in, record, &path);
    key_turn_end();
    return status;
}

NTSTATUS NTAPI hook_NtDeleteKey(HANDLE key)
{
    key_record *record = session->registry_user.length ? key_take(key) : NULL;
    if (!record || record->mode == MODE_HOST) {
        key_let_go(record);
        return real.NtDeleteKey(key);
    }
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = delete_key(&memory, record);
    scratch_release(&memory);
    key_changed();
    trace_key(THIS_API, "key-delete", key_record_path(record).view, KEY_LAYER_CONTAINER, record->mode, status);
    key_let_go(record);
    return status;
}
