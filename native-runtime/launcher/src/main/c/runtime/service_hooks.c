#include "services.h"

#include <string.h>

real_service_functions real_services;

/* Handles: few, so a list is enough. */
typedef struct entry {
    struct entry *next;
    service_handle handle;
} entry;

static entry *handles;
static RTL_CRITICAL_SECTION lock;

void services_start(void)
{
    RtlInitializeCriticalSection(&lock);
}

BOOL service_fail(DWORD error)
{
    RtlSetLastWin32Error(error);
    return FALSE;
}

BOOL service_done(DWORD error)
{
    return error ? service_fail(error) : TRUE;
}

const wchar_t *service_wide(scratch *in, const char *from)
{
    ANSI_STRING narrow;
    if (!from)
        return NULL;
    RtlInitAnsiString(&narrow, from);
    UNICODE_STRING wide = {.MaximumLength = (USHORT)((narrow.Length + 1) * sizeof(wchar_t))};
    wide.Buffer = scratch_get(in, wide.MaximumLength);
    RtlAnsiStringToUnicodeString(&wide, &narrow, FALSE);
    wide.Buffer[wide.Length / sizeof(wchar_t)] = 0;
    return wide.Buffer;
}

ANSI_STRING service_narrow(scratch *in, text from)
{
    enum { MOST_BYTES = 3 }; /* for a unit in any code page */
    UNICODE_STRING wide = text_unicode(from);
    ANSI_STRING narrow = {.MaximumLength = (USHORT)(from.length * MOST_BYTES + 1)};
    narrow.Buffer = scratch_get(in, narrow.MaximumLength);
    RtlUnicodeStringToAnsiString(&narrow, &wide, FALSE);
    narrow.Buffer[narrow.Length] = 0;
    return narrow;
}

SC_HANDLE service_handle_new(uint32_t service, DWORD access)
{
    entry *made = memory_get(sizeof *made);
    made->handle = (service_handle){service, access};
    RtlEnterCriticalSection(&lock);
    made->next = handles;
    handles = made;
    RtlLeaveCriticalSection(&lock);
    return (SC_HANDLE)made;
}

bool service_handle_get(SC_HANDLE handle, service_handle *found)
{
    RtlEnterCriticalSection(&lock);
    const entry *at = handles;
    while (at && (SC_HANDLE)at != handle)
        at = at->next;
    if (at)
        *found = at->handle;
    RtlLeaveCriticalSection(&lock);
    return at != NULL;
}

bool service_handle_close(SC_HANDLE handle)
{
    RtlEnterCriticalSection(&lock);
    entry **at = &handles;
    while (*at && (SC_HANDLE)*at != handle)
        at = &(*at)->next;
    entry *closed = *at;
    if (closed)
        *at = closed->next;
    RtlLeaveCriticalSection(&lock);
    memory_free(closed);
    return closed != NULL;
}
