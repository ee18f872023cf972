/* What is registered of a service: its command, how it starts, its name. */
#include "services.h"

#include <string.h>

/* Texts for a structure in the caller's buffer, either as UTF-16 or in the code page: the same place holds a pointer. */
typedef struct {
    bool wide;
    char *end;   /* where the next text may go; NULL while only the size is asked for */
    size_t used; /* bytes of all texts */
} packing;

static void *put(packing *to, scratch *in, text value)
{
    const void *from = value.at;
    size_t size = (value.length + 1) * sizeof(wchar_t);
    if (!to->wide) {
        ANSI_STRING narrow = service_narrow(in, value);
        from = narrow.Buffer;
        size = narrow.Length + 1;
    }
    to->used += size;
    if (!to->end)
        return NULL;
    void *place = to->end;
    memcpy(place, from, size);
    to->end += size;
    return place;
}

static void fill(uint32_t service, packing *to, scratch *in, QUERY_SERVICE_CONFIGW *config)
{
    text nothing = {L"", 0};
    *config = (QUERY_SERVICE_CONFIGW){.dwServiceType = SERVICE_WIN32_OWN_PROCESS,
                                      .dwStartType = service_start_type(service),
                                      .dwErrorControl = SERVICE_ERROR_NORMAL};
    config->lpBinaryPathName = put(to, in, service_command(service));
    config->lpLoadOrderGroup = put(to, in, nothing);
    config->lpDependencies = put(to, in, nothing);
    config->lpServiceStartName = put(to, in, TEXT_OF("LocalSystem"));
    config->lpDisplayName = put(to, in, service_name(service));
}

static BOOL query(const service_handle *own, bool wide, void *buffer, DWORD size, LPDWORD needed)
{
    QUERY_SERVICE_CONFIGW config;
    packing measure = {.wide = wide};
    scratch memory;
    if (!(own->access & SERVICE_QUERY_CONFIG))
        return service_fail(ERROR_ACCESS_DENIED);
    scratch_begin(&memory);
    fill(own->service, &measure, &memory, &config);
    *needed = (DWORD)(sizeof config + measure.used);
    bool fits = buffer && size >= *needed;
    if (fits) {
        packing to = {.wide = wide, .end = (char *)buffer + sizeof config};
        fill(own->service, &to, &memory, &config);
        memcpy(buffer, &config, sizeof config);
    }
    scratch_release(&memory);
    return fits || service_fail(ERROR_INSUFFICIENT_BUFFER);
}

BOOL WINAPI hook_QueryServiceConfigW(SC_HANDLE handle, LPQUERY_SERVICE_CONFIGW config, DWORD size, LPDWORD needed)
{
    service_handle own;
    return service_handle_get(handle, &own) ? query(&own, true, config, size, needed)
                                            : real_services.QueryServiceConfigW(handle, config, size, needed);
}

BOOL WINAPI hook_QueryServiceConfigA(SC_HANDLE handle, LPQUERY_SERVICE_CONFIGA config, DWORD size, LPDWORD needed)
{
    service_handle own;
    return service_handle_get(handle, &own) ? query(&own, false, config, size, needed)
                                            : real_services.QueryServiceConfigA(handle, config, size, needed);
}

/* All that config.yml does not say is as for a service that nobody set it for: zeros, no texts. */
static BOOL query_more(const service_handle *own, DWORD level, LPBYTE buffer, DWORD size, LPDWORD needed)
{
    static const struct {
        DWORD level;
        DWORD size;
    } SIZES[] = {
        {SERVICE_CONFIG_DESCRIPTION, sizeof(SERVICE_DESCRIPTIONW)},
        {SERVICE_CONFIG_FAILURE_ACTIONS, sizeof(SERVICE_FAILURE_ACTIONSW)},
        {SERVICE_CONFIG_DELAYED_AUTO_START_INFO, sizeof(SERVICE_DELAYED_AUTO_START_INFO)},
        {SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, sizeof(SERVICE_FAILURE_ACTIONS_FLAG)},
        {SERVICE_CONFIG_SERVICE_SID_INFO, sizeof(SERVICE_SID_INFO)},
        {SERVICE_CONFIG_PRESHUTDOWN_INFO, sizeof(SERVICE_PRESHUTDOWN_INFO)},
    };
    if (!(own->access & SERVICE_QUERY_CONFIG))
        return service_fail(ERROR_ACCESS_DENIED);
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++)
        if (SIZES[i].level == level) {
            *needed = SIZES[i].size;
            if (!buffer || size < *needed)
                return service_fail(ERROR_INSUFFICIENT_BUFFER);
            memset(buffer, 0, *needed);
            return TRUE;
        }
    return service_fail(ERROR_INVALID_LEVEL);
}

BOOL WINAPI hook_QueryServiceConfig2W(SC_HANDLE handle, DWORD level, LPBYTE buffer, DWORD size, LPDWORD needed)
{
    service_handle own;
    return service_handle_get(handle, &own) ? query_more(&own, level, buffer, size, needed)
                                            : real_services.QueryServiceConfig2W(handle, level, buffer, size, needed);
}

BOOL WINAPI hook_QueryServiceConfig2A(SC_HANDLE handle, DWORD level, LPBYTE buffer, DWORD size, LPDWORD needed)
{
    service_handle own;
    return service_handle_get(handle, &own) ? query_more(&own, level, buffer, size, needed)
                                            : real_services.QueryServiceConfig2A(handle, level, buffer, size, needed);
}

/* Key name and display name of a service of the container's are the same. *room counts characters, without the NUL. */

static bool is_own(text name, uint32_t *service)
{
    return service_find(name, service) && !service_is_shared(*service);
}

static BOOL tell_wide(uint32_t service, LPWSTR buffer, LPDWORD room)
{
    text name = service_name(service);
    bool fits = buffer && *room > name.length;
    if (fits)
        memcpy(buffer, name.at, (name.length + 1) * sizeof *buffer);
    *room = (DWORD)name.length;
    return fits || service_fail(ERROR_INSUFFICIENT_BUFFER);
}

static BOOL tell_narrow(uint32_t service, LPSTR buffer, LPDWORD room)
{
    scratch memory;
    scratch_begin(&memory);
    ANSI_STRING name = service_narrow(&memory, service_name(service));
    bool fits = buffer && *room > name.Length;
    if (fits)
        memcpy(buffer, name.Buffer, name.Length + 1);
    *room = name.Length;
    scratch_release(&memory);
    return fits || service_fail(ERROR_INSUFFICIENT_BUFFER);
}

static bool is_own_narrow(LPCSTR name, uint32_t *service)
{
    scratch memory;
    scratch_begin(&memory);
    bool own = name && is_own(text_from(service_wide(&memory, name)), service);
    scratch_release(&memory);
    return own;
}

BOOL WINAPI hook_GetServiceDisplayNameW(SC_HANDLE manager, LPCWSTR name, LPWSTR buffer, LPDWORD room)
{
    uint32_t service;
    return name && is_own(text_from(name), &service) ? tell_wide(service, buffer, room)
                                                     : real_services.GetServiceDisplayNameW(manager, name, buffer, room);
}

BOOL WINAPI hook_GetServiceKeyNameW(SC_HANDLE manager, LPCWSTR name, LPWSTR buffer, LPDWORD room)
{
    uint32_t service;
    return name && is_own(text_from(name), &service) ? tell_wide(service, buffer, room)
                                                     : real_services.GetServiceKeyNameW(manager, name, buffer, room);
}

BOOL WINAPI hook_GetServiceDisplayNameA(SC_HANDLE manager, LPCSTR name, LPSTR buffer, LPDWORD room)
{
    uint32_t service;
    return is_own_narrow(name, &service) ? tell_narrow(service, buffer, room)
                                         : real_services.GetServiceDisplayNameA(manager, name, buffer, room);
}

BOOL WINAPI hook_GetServiceKeyNameA(SC_HANDLE manager, LPCSTR name, LPSTR buffer, LPDWORD room)
{
    uint32_t service;
    return is_own_narrow(name, &service) ? tell_narrow(service, buffer, room)
                                         : real_services.GetServiceKeyNameA(manager, name, buffer, room);
}
