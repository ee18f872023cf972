/*
 * Lists of services: the host's, and in the place of those that the container has, its own. All four functions give
 * the same list in different shapes, in pieces as large as the caller's buffer.
 */
#include "services.h"

#include <string.h>

typedef struct {
    const wchar_t *name, *display;
    SERVICE_STATUS_PROCESS status;
} listed;

typedef struct {
    listed *items;
    size_t count;
    void *host; /* what Windows said; the texts of its items lie in it */
} listing;

static DWORD read_host(SC_HANDLE manager, DWORD type, DWORD states, LPCWSTR group, void **buffer, DWORD *count)
{
    DWORD size = 1 << 16, needed = 0, resume = 0;
    for (;;) {
        *buffer = memory_get(size);
        *count = resume = 0;
        if (real_services.EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, type, states, *buffer, size, &needed, count,
                                                &resume, group))
            return ERROR_SUCCESS;
        DWORD error = RtlGetLastWin32Error();
        if (error != ERROR_MORE_DATA)
            return error;
        memory_free(*buffer);
        size += needed + (1 << 12);
    }
}

static bool is_asked_for(const SERVICE_STATUS_PROCESS *status, DWORD type, DWORD states)
{
    DWORD state = status->dwCurrentState == SERVICE_STOPPED ? SERVICE_INACTIVE : SERVICE_ACTIVE;
    return status->dwServiceType & type && state & states;
}

static DWORD gather(SC_HANDLE manager, DWORD type, DWORD states, LPCWSTR group, listing *result)
{
    DWORD count = 0;
    uint32_t service;
    DWORD error = read_host(manager, type, states, group, &result->host, &count);
    result->items = memory_get((count + session->services.count + 1) * sizeof *result->items);
    result->count = 0;
    const ENUM_SERVICE_STATUS_PROCESSW *host = result->host;
    for (DWORD i = 0; !error && i < count; i++)
        if (!service_find(text_from(host[i].lpServiceName), &service) || service_is_shared(service))
            result->items[result->count++] = (listed){host[i].lpServiceName, host[i].lpDisplayName, host[i].ServiceStatusProcess};
    for (service = 0; !error && (!group || !*group) && service < session->services.count; service++) {
        listed own = {service_name(service).at, service_name(service).at, service_status(service)};
        if (!service_is_shared(service) && is_asked_for(&own.status, type, states))
            result->items[result->count++] = own;
    }
    return error;
}

typedef struct {
    bool wide;
    size_t item_size; /* with or without the process */
    BYTE *buffer;
    DWORD size, *needed, *returned, *resume;
} answer;

/* How many bytes the text has, its NUL included; from is where they are. */
static size_t text_size(const answer *to, scratch *in, const wchar_t *value, const void **from)
{
    text wide = text_from(value);
    if (to->wide) {
        *from = value;
        return (wide.length + 1) * sizeof *value;
    }
    ANSI_STRING narrow = service_narrow(in, wide);
    *from = narrow.Buffer;
    return narrow.Length + 1;
}

/* One structure at the front, its texts at the back; both spellings have two pointers and then the status. */
static bool put(const answer *to, const listed *item, size_t *front, size_t *back, size_t *missing)
{
    scratch memory;
    const void *name, *display;
    scratch_begin(&memory);
    size_t name_size = text_size(to, &memory, item->name, &name);
    size_t display_size = text_size(to, &memory, item->display, &display);
    size_t all = to->item_size + name_size + display_size;
    bool fits = !*missing && *front + all <= *back;
    if (fits) {
        *back -= name_size + display_size;
        void *texts[] = {to->buffer + *back, to->buffer + *back + name_size};
        memcpy(texts[0], name, name_size);
        memcpy(texts[1], display, display_size);
        memcpy(to->buffer + *front, texts, sizeof texts);
        memcpy(to->buffer + *front + sizeof texts, &item->status,
               to->item_size == sizeof(ENUM_SERVICE_STATUSW) ? sizeof(SERVICE_STATUS) : sizeof(SERVICE_STATUS_PROCESS));
        *front += to->item_size;
    } else {
        *missing += all;
    }
    scratch_release(&memory);
    return fits;
}

static BOOL tell(const answer *to, SC_HANDLE manager, DWORD type, DWORD states, LPCWSTR group)
{
    listing all;
    size_t front = 0, back = to->buffer ? to->size & ~(DWORD)1 : 0, missing = 0; /* texts of UTF-16 lie at even places */
    DWORD first = to->resume ? *to->resume : 0, error = gather(manager, type, states, group, &all);
    *to->returned = 0;
    *to->needed = 0;
    for (size_t i = first; !error && i < all.count; i++)
        *to->returned += put(to, &all.items[i], &front, &back, &missing);
    memory_free(all.items);
    memory_free(all.host);
    if (error)
        return service_fail(error);
    *to->needed = (DWORD)missing;
    if (to->resume)
        *to->resume = missing ? first + *to->returned : 0;
    return !missing || service_fail(ERROR_MORE_DATA);
}

BOOL WINAPI hook_EnumServicesStatusExW(SC_HANDLE manager, SC_ENUM_TYPE level, DWORD type, DWORD states, LPBYTE buffer,
                                       DWORD size, LPDWORD needed, LPDWORD returned, LPDWORD resume, LPCWSTR group)
{
    answer to = {true, sizeof(ENUM_SERVICE_STATUS_PROCESSW), buffer, size, needed, returned, resume};
    return level == SC_ENUM_PROCESS_INFO ? tell(&to, manager, type, states, group) : service_fail(ERROR_INVALID_LEVEL);
}

BOOL WINAPI hook_EnumServicesStatusExA(SC_HANDLE manager, SC_ENUM_TYPE level, DWORD type, DWORD states, LPBYTE buffer,
                                       DWORD size, LPDWORD needed, LPDWORD returned, LPDWORD resume, LPCSTR group)
{
    answer to = {false, sizeof(ENUM_SERVICE_STATUS_PROCESSW), buffer, size, needed, returned, resume};
    scratch memory;
    if (level != SC_ENUM_PROCESS_INFO)
        return service_fail(ERROR_INVALID_LEVEL);
    scratch_begin(&memory);
    BOOL done = tell(&to, manager, type, states, service_wide(&memory, group));
    scratch_release(&memory);
    return done;
}

BOOL WINAPI hook_EnumServicesStatusW(SC_HANDLE manager, DWORD type, DWORD states, LPENUM_SERVICE_STATUSW buffer, DWORD size,
                                     LPDWORD needed, LPDWORD returned, LPDWORD resume)
{
    answer to = {true, sizeof(ENUM_SERVICE_STATUSW), (BYTE *)buffer, size, needed, returned, resume};
    return tell(&to, manager, type, states, NULL);
}

BOOL WINAPI hook_EnumServicesStatusA(SC_HANDLE manager, DWORD type, DWORD states, LPENUM_SERVICE_STATUSA buffer, DWORD size,
                                     LPDWORD needed, LPDWORD returned, LPDWORD resume)
{
    answer to = {false, sizeof(ENUM_SERVICE_STATUSW), (BYTE *)buffer, size, needed, returned, resume};
    return tell(&to, manager, type, states, NULL);
}
