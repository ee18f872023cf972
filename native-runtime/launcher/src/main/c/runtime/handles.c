#include "handles.h"


enum { BUCKETS = 256 };

static handle_record *buckets[BUCKETS];
static RTL_CRITICAL_SECTION guard;
static volatile LONG records;

static handle_record **bucket(HANDLE handle)
{
    return &buckets[((ULONG_PTR)handle >> 2) % BUCKETS];
}

void handles_start(void)
{
    RtlInitializeCriticalSection(&guard);
}

handle_record *handle_take(HANDLE handle, bool make)
{
    if (!make && !records)
        return NULL;
    RtlEnterCriticalSection(&guard);
    handle_record *record = *bucket(handle);
    while (record && record->handle != handle)
        record = record->next;
    if (!record && make) {
        record = memory_get(sizeof *record);
        *record = (handle_record){.handle = handle, .next = *bucket(handle), .users = 1};
        *bucket(handle) = record;
        records++;
    }
    if (record)
        record->users++;
    RtlLeaveCriticalSection(&guard);
    return record;
}

void enumeration_free(enumeration *folder)
{
    if (!folder)
        return;
    listing_free(&folder->entries);
    memory_free((void *)folder->pattern.at);
    memory_free(folder);
}

void handle_let_go(handle_record *record)
{
    if (!record || InterlockedDecrement(&record->users))
        return;
    enumeration_free(record->folder);
    memory_free(record->delete_path);
    memory_free(record->link_path);
    watch_release(record->watch);
    if (record->port)
        NtClose(record->port);
    memory_free(record);
}

/* Takes the place of the text that was there; an empty one leaves none. */
static void keep(wchar_t **at, text value)
{
    const wchar_t *path = value.length ? text_keep(value).at : NULL;
    memory_free(InterlockedExchangePointer((PVOID *)at, (PVOID)path));
}

void handle_delete_later(HANDLE handle, text view)
{
    handle_record *record = handle_take(handle, view.length != 0);
    if (record)
        keep(&record->delete_path, view);
    handle_let_go(record);
}

void handle_ends_link(HANDLE handle, text container)
{
    handle_record *record = handle_take(handle, true);
    keep(&record->link_path, container);
    handle_let_go(record);
}

void handle_deletes_itself(HANDLE handle, text view)
{
    handle_record *record = handle_take(handle, true);
    record->deletes_itself = true;
    handle_let_go(record);
    handle_delete_later(handle, view);
}

void handle_lock(handle_record *record)
{
    (void)record;
    RtlEnterCriticalSection(&guard);
}

void handle_unlock(handle_record *record)
{
    (void)record;
    RtlLeaveCriticalSection(&guard);
}

handle_record *handle_forget(HANDLE handle)
{
    if (!records)
        return NULL;
    RtlEnterCriticalSection(&guard);
    handle_record **link = bucket(handle);
    while (*link && (*link)->handle != handle)
        link = &(*link)->next;
    handle_record *record = *link;
    if (record) {
        *link = record->next;
        records--;
    }
    RtlLeaveCriticalSection(&guard);
    return record;
}

void handle_each(void (*each)(handle_record *))
{
    for (int i = 0; i < BUCKETS; i++)
        for (handle_record *record = buckets[i]; record; record = record->next)
            each(record);
}
