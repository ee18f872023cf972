#include "key_handles.h"

#include "hook.h"
#include "key_layer.h"

#include <string.h>

enum { BUCKETS = 512 };

static key_record *buckets[BUCKETS];
static RTL_CRITICAL_SECTION guard;
static volatile LONG records;

static key_record **bucket(HANDLE handle)
{
    return &buckets[((ULONG_PTR)handle >> 2) % BUCKETS];
}

void key_handles_start(void)
{
    RtlInitializeCriticalSection(&guard);
}

static key_record *unlink(HANDLE handle)
{
    key_record **link = bucket(handle);
    while (*link && (*link)->handle != handle)
        link = &(*link)->next;
    key_record *record = *link;
    if (record) {
        *link = record->next;
        records--;
        key_watch_close(record->watch);
    }
    return record;
}

static void put(key_record *record)
{
    RtlEnterCriticalSection(&guard);
    key_record *stale = unlink(record->handle);
    record->next = *bucket(record->handle);
    *bucket(record->handle) = record;
    records++;
    RtlLeaveCriticalSection(&guard);
    key_let_go(stale);
}

static key_record *make(HANDLE handle, const key_path *path, access_mode mode, ACCESS_MASK granted, bool own, bool apart)
{
    bool reads = (granted & KEY_QUERY_VALUE) && (granted & KEY_ENUMERATE_SUB_KEYS); /* or another is opened when it must be read */
    key_record *record = memory_get(sizeof *record + (path->view.length + 1) * sizeof *record->view);
    *record = (key_record){.handle = handle, .users = 1, .hive = path->hive, .mode = mode, .classes = path->classes, .follows_64 = path->follows_64,
                           .rules_below = key_has_rules_below(path->view), .apart = apart || mode == MODE_ISOLATED,
                           .granted = granted, .own = own ? handle : NULL, .host = own || !reads ? NULL : handle,
                           .length = path->view.length};
    memcpy(record->view, path->view.at, path->view.length * sizeof *record->view);
    record->view[record->length] = 0;
    return record;
}

void key_remember(HANDLE handle, const key_path *path, access_mode mode, ACCESS_MASK granted, bool own, bool apart)
{
    put(make(handle, path, mode, granted, own, apart));
}

key_record *key_take_known(HANDLE handle)
{
    if (!records)
        return NULL;
    RtlEnterCriticalSection(&guard);
    key_record *record = *bucket(handle);
    while (record && record->handle != handle)
        record = record->next;
    if (record)
        record->users++;
    RtlLeaveCriticalSection(&guard);
    return record;
}

key_record *key_take(HANDLE handle)
{
    key_record *record = key_take_known(handle);
    if (record)
        return record;
    scratch memory;
    key_path path;
    bool own;
    object_basic basic = {0};
    scratch_begin(&memory);
    if (key_path_of_handle(&memory, handle, &path, &own)
        && real.NtQueryObject(handle, ObjectBasicInformation, &basic, sizeof basic, NULL) >= 0) {
        record = make(handle, &path, key_mode(&path), basic.GrantedAccess, own, own && key_is_apart(&memory, &path));
        record->users++;
        put(record);
    }
    scratch_release(&memory);
    return record;
}

void key_let_go(key_record *record)
{
    if (!record)
        return;
    RtlEnterCriticalSection(&guard);
    LONG users = --record->users;
    RtlLeaveCriticalSection(&guard);
    if (users)
        return;
    if (record->own && record->own != record->handle)
        real.NtClose(record->own);
    if (record->host && record->host != record->handle)
        real.NtClose(record->host);
    key_watch_release(record->watch);
    for (int kind = 0; kind < 2; kind++)
        key_listing_free(record->listings[kind]);
    memory_free(record);
}

void key_forget(HANDLE handle)
{
    if (!records)
        return;
    RtlEnterCriticalSection(&guard);
    key_record *record = unlink(handle);
    RtlLeaveCriticalSection(&guard);
    key_let_go(record);
}

void key_copy(HANDLE from, HANDLE to, ACCESS_MASK granted)
{
    key_record *record = key_take_known(from);
    if (!record)
        return;
    key_path path = key_record_path(record);
    key_remember(to, &path, record->mode, granted, record->own == record->handle, record->apart);
    key_let_go(record);
}

key_path key_record_path(const key_record *record)
{
    return (key_path){.view = {record->view, record->length}, .hive = record->hive, .classes = record->classes,
                      .follows_64 = record->follows_64};
}

key_record *key_record_of_other_class(const key_record *record)
{
    key_path path = key_record_path(record), other;
    key_record *made = NULL;
    HANDLE host;
    scratch memory;
    scratch_begin(&memory);
    if (key_path_of_other_class(&memory, &path, &other)) {
        made = make(NULL, &other, key_mode(&other), KEY_READ, false, false);
        if (made->mode == MODE_HOST && key_open_host(&memory, &other, KEY_READ, 0, &host) >= 0)
            made->host = host;
    }
    scratch_release(&memory);
    return made;
}

HANDLE key_keep(HANDLE *place, HANDLE opened)
{
    HANDLE before = InterlockedCompareExchangePointer(place, opened, NULL);
    if (!before)
        return opened;
    real.NtClose(opened);
    return before;
}

key_listing *key_listing_take(key_record *record, key_kind kind)
{
    return InterlockedExchangePointer((void **)&record->listings[kind], NULL);
}

void key_listing_give(key_record *record, key_kind kind, key_listing *listing)
{
    key_listing_free(InterlockedExchangePointer((void **)&record->listings[kind], listing));
}
