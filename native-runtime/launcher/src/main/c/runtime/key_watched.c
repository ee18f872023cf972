#include "key_watched.h"

#include "hook.h"
#include "index.h"
#include "key_listing.h"

enum {
    ACCESS = KEY_NOTIFY | KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS,
    OF_ANY_THREAD = 0x10000000 /* REG_NOTIFY_THREAD_AGNOSTIC: who asked may end before the answer */
};

static volatile bool writes;

static NTSTATUS open_at(scratch *in, const key_watched *of, const key_path *at, HANDLE *key)
{
    return of->own ? key_open_own(at, ACCESS, 0, key) : key_open_host(in, at, ACCESS, 0, key);
}

static HANDLE open_nearest(scratch *in, const key_watched *of, size_t *length)
{
    key_path at = of->path;
    HANDLE key;
    do {
        *length = at.view.length;
        if (open_at(in, of, &at, &key) >= 0)
            return key;
    } while (key_path_parent(&at, &at));
    return NULL;
}

static bool has(scratch *in, const key_path *path, bool in_container)
{
    HANDLE key;
    NTSTATUS status = in_container ? key_open_own(path, KEY_QUERY_VALUE, 0, &key) : key_open_host(in, path, KEY_QUERY_VALUE, 0, &key);
    if (status >= 0)
        real.NtClose(key);
    return status >= 0;
}

/* Whether the key itself is there: a whiteout, or one that was made again, is the end of what was watched. */
static bool is_seen(scratch *in, const key_watched *of)
{
    return !of->own || of->apart || (!key_is_apart(in, &of->path) && key_exists(in, &of->path));
}

/* Keys are made in the container for what is written below them, too: that is no change of names. */
static bool is_of_names(const key_watched *of, const key_watching *how)
{
    return of->own && how->filter == REG_NOTIFY_CHANGE_NAME;
}

/* What one layer's key adds to what the other shows: 0 for nothing, and the same for the same. */
static uint64_t added(const key_watched *of, const key_path *path, HANDLE key, const key_watching *how)
{
    key_listing *listing = key_listing_new();
    scratch memory;
    uint64_t sum = 0;
    scratch_begin(&memory);
    if (how->filter & REG_NOTIFY_CHANGE_LAST_SET && key_listing_read(key, KEY_VALUES, of->own, listing) >= 0)
        sum = listing->count;
    if (!sum)
        key_listing_read(key, KEY_SUBKEYS, of->own, listing);
    for (size_t i = 0; i < listing->count; i++) {
        const key_item *item = &listing->items[i];
        key_path below = key_path_below(&memory, path, item->name);
        HANDLE inner;
        if (how->filter & REG_NOTIFY_CHANGE_NAME && (!item->shown || item->anew || !has(&memory, &below, !of->own)))
            sum += index_hash(item->shown, below.view);
        if (how->tree && open_at(&memory, of, &below, &inner) >= 0) {
            sum += added(of, &below, inner, how);
            real.NtClose(inner);
        }
    }
    scratch_release(&memory);
    key_listing_free(listing);
    return sum;
}

/* Whether its coming shows something. */
static bool shows(const key_watched *of, const key_watching *how)
{
    return how->filter & (REG_NOTIFY_CHANGE_ATTRIBUTES | REG_NOTIFY_CHANGE_SECURITY) || added(of, &of->path, of->key, how);
}

static void close(key_watched *of)
{
    real.NtClose(of->key); /* ends what is pending */
    if (of->pending)
        NtWaitForSingleObject(of->event, FALSE, NULL);
    of->key = NULL;
    of->pending = false;
}

static NTSTATUS ask(key_watched *of, const key_watching *how)
{
    ULONG filter = of->there ? how->filter : REG_NOTIFY_CHANGE_NAME;
    of->io.Status = STATUS_PENDING;
    NtClearEvent(of->event);
    NTSTATUS status = real.NtNotifyChangeKey(of->key, of->event, NULL, NULL, &of->io, filter | OF_ANY_THREAD,
                                             of->there && how->tree, NULL, 0, TRUE);
    of->pending = status >= 0;
    return status;
}

/* The next one below has come since. */
static bool is_outdated(scratch *in, const key_watched *of, size_t here)
{
    size_t nearest;
    HANDLE key = of->there ? NULL : open_nearest(in, of, &nearest);
    if (!key)
        return false;
    real.NtClose(key);
    return nearest != here;
}

static NTSTATUS arm(scratch *in, key_watched *of, const key_watching *how, bool *told)
{
    while (!of->pending) {
        size_t here = of->path.view.length;
        if (!of->key) {
            of->key = open_nearest(in, of, &here);
            of->there = here == of->path.view.length;
        }
        if (!of->key)
            return STATUS_OBJECT_NAME_NOT_FOUND;
        NTSTATUS status = ask(of, how);
        if (status < 0 && status != STATUS_KEY_DELETED)
            return status;
        *told |= status < 0 && of->known && of->there;
        if (status < 0 || is_outdated(in, of, here))
            close(of);
    }
    return STATUS_SUCCESS;
}

NTSTATUS key_watched_arm(key_watched *of, const key_watching *how, bool *told)
{
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = arm(&memory, of, how, told);
    if (status >= 0) {
        bool names = is_of_names(of, how), moved = of->there != of->was_there;
        uint64_t before = of->names;
        of->names = names && of->there ? added(of, &of->path, of->key, how) : 0;
        if (of->known)
            *told |= (moved && (!of->there || !is_seen(&memory, of))) || (names ? of->names != before : moved && shows(of, how));
        of->known = true;
        of->was_there = of->there;
    }
    scratch_release(&memory);
    return status;
}

bool key_watched_fired(key_watched *of, const key_watching *how)
{
    LARGE_INTEGER at_once = {.QuadPart = 0};
    if (!of->pending || NtWaitForSingleObject(of->event, FALSE, &at_once) != STATUS_SUCCESS)
        return false;
    of->pending = false;
    writes |= of->io.Status != STATUS_PENDING;
    bool changed = of->there && of->io.Status != STATUS_NOTIFY_CLEANUP && !is_of_names(of, how);
    if (!of->there)
        close(of); /* which is the nearest is to be seen anew */
    return changed;
}

bool key_watched_writes(void)
{
    return writes;
}

void key_watched_end(key_watched *of)
{
    if (of->key)
        close(of);
    real.NtClose(of->event);
}
