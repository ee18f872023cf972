#include "handles.h"

enum { BUCKETS = 256 };

typedef struct slot slot;
struct slot {
    slot *next;
    HANDLE handle;
    handle_record *record; /* each slot is one of its users */
};

static slot *buckets[BUCKETS];
static RTL_CRITICAL_SECTION guard;
static volatile LONG slots;

/* The link to a handle's slot, or to where the next one goes. */
static slot **link_of(HANDLE handle)
{
    slot **link = &buckets[((ULONG_PTR)handle >> 2) % BUCKETS];
    while (*link && (*link)->handle != handle)
        link = &(*link)->next;
    return link;
}

static void add(slot **link, HANDLE handle, handle_record *record)
{
    *link = memory_get(sizeof **link);
    **link = (slot){.handle = handle, .record = record};
    record->handles++;
    InterlockedIncrement(&record->users);
    slots++;
}

void handles_start(void)
{
    RtlInitializeCriticalSection(&guard);
}

handle_record *handle_take(HANDLE handle, bool make)
{
    if (!make && !slots)
        return NULL;
    RtlEnterCriticalSection(&guard);
    slot **link = link_of(handle);
    if (!*link && make) {
        handle_record *made = memory_get(sizeof *made);
        *made = (handle_record){0};
        add(link, handle, made);
    }
    handle_record *record = *link ? (*link)->record : NULL;
    if (record)
        InterlockedIncrement(&record->users);
    RtlLeaveCriticalSection(&guard);
    return record;
}

void handle_share(HANDLE of, HANDLE made)
{
    handle_let_go(handle_forget(made)); /* what had that number was closed past the runtime */
    handle_record *record = handle_take(of, true);
    RtlEnterCriticalSection(&guard);
    add(link_of(made), made, record);
    RtlLeaveCriticalSection(&guard);
    handle_let_go(record);
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
    if (!slots)
        return NULL;
    RtlEnterCriticalSection(&guard);
    slot **link = link_of(handle), *gone = *link;
    handle_record *record = gone ? gone->record : NULL;
    if (gone) {
        *link = gone->next;
        slots--;
        if (--record->handles) {
            InterlockedDecrement(&record->users); /* there are others */
            record = NULL;
        }
    }
    RtlLeaveCriticalSection(&guard);
    memory_free(gone);
    return record;
}

void handle_each(void (*each)(handle_record *))
{
    for (int i = 0; i < BUCKETS; i++)
        for (slot *item = buckets[i]; item; item = item->next)
            if (!--item->record->handles)
                each(item->record);
}
