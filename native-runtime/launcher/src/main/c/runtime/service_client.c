/* Opening, asking, starting and controlling services, in UTF-16. */
#include "services.h"

#include "trace.h"

#include <string.h>

static const GENERIC_MAPPING MAPPING = {
    STANDARD_RIGHTS_READ | SERVICE_QUERY_CONFIG | SERVICE_QUERY_STATUS | SERVICE_INTERROGATE | SERVICE_ENUMERATE_DEPENDENTS,
    STANDARD_RIGHTS_WRITE | SERVICE_CHANGE_CONFIG,
    STANDARD_RIGHTS_EXECUTE | SERVICE_START | SERVICE_STOP | SERVICE_PAUSE_CONTINUE | SERVICE_USER_DEFINED_CONTROL,
    SERVICE_ALL_ACCESS,
};

/* Rights over the host's services are not needed for those of the container. */
SC_HANDLE WINAPI hook_OpenSCManagerW(LPCWSTR machine, LPCWSTR database, DWORD access)
{
    SC_HANDLE manager = real_services.OpenSCManagerW(machine, database, access);
    if (!manager && session->services.count && RtlGetLastWin32Error() == ERROR_ACCESS_DENIED)
        manager = real_services.OpenSCManagerW(machine, database, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE);
    return manager;
}

static void tell_shared(uint32_t service)
{
    enum { KNOWN = 256 };
    static volatile LONG told[KNOWN];
    if (service < KNOWN && InterlockedExchange(&told[service], 1))
        return;
    event("service-of-host", service_name(service), STATUS_SUCCESS);
}

static DWORD access_of(DWORD asked)
{
    RtlMapGenericMask(&asked, &MAPPING);
    return asked & MAXIMUM_ALLOWED ? SERVICE_ALL_ACCESS : asked;
}

SC_HANDLE WINAPI hook_OpenServiceW(SC_HANDLE manager, LPCWSTR name, DWORD access)
{
    uint32_t service;
    if (!name || !service_find(text_from(name), &service))
        return real_services.OpenServiceW(manager, name, access);
    if (service_is_shared(service)) {
        tell_shared(service);
        return real_services.OpenServiceW(manager, name, access);
    }
    if (!manager) {
        service_fail(ERROR_INVALID_HANDLE);
        return NULL;
    }
    if (service_start_type(service) == SERVICE_AUTO_START && service_command(service).length
        && !InterlockedExchange((volatile LONG *)&service_state_of(service)->asked_for, 1))
        service_start(service, 0, NULL);
    return service_handle_new(service, access_of(access));
}

BOOL WINAPI hook_CloseServiceHandle(SC_HANDLE handle)
{
    return service_handle_close(handle) ? TRUE : real_services.CloseServiceHandle(handle);
}

static bool may(const service_handle *handle, DWORD right)
{
    return handle->access & right || service_fail(ERROR_ACCESS_DENIED);
}

BOOL WINAPI hook_StartServiceW(SC_HANDLE handle, DWORD count, LPCWSTR *arguments)
{
    service_handle own;
    if (!service_handle_get(handle, &own))
        return real_services.StartServiceW(handle, count, arguments);
    return may(&own, SERVICE_START) && service_done(service_start(own.service, arguments ? count : 0, arguments));
}

static DWORD right_for(DWORD control)
{
    if (control >= 128 && control <= 255)
        return SERVICE_USER_DEFINED_CONTROL;
    switch (control) {
    case SERVICE_CONTROL_STOP:
        return SERVICE_STOP;
    case SERVICE_CONTROL_INTERROGATE:
        return SERVICE_INTERROGATE;
    case SERVICE_CONTROL_PAUSE:
    case SERVICE_CONTROL_CONTINUE:
    case SERVICE_CONTROL_PARAMCHANGE:
    case SERVICE_CONTROL_NETBINDADD:
    case SERVICE_CONTROL_NETBINDREMOVE:
    case SERVICE_CONTROL_NETBINDENABLE:
    case SERVICE_CONTROL_NETBINDDISABLE:
        return SERVICE_PAUSE_CONTINUE;
    default:
        return 0; /* no program may send the others */
    }
}

static BOOL control_own(const service_handle *own, DWORD control, SERVICE_STATUS_PROCESS *after)
{
    DWORD right = right_for(control);
    if (!right)
        return service_fail(ERROR_INVALID_PARAMETER);
    if (!may(own, right))
        return FALSE;
    DWORD error = service_control(own->service, control);
    *after = service_status(own->service);
    return service_done(error);
}

BOOL WINAPI hook_ControlService(SC_HANDLE handle, DWORD control, LPSERVICE_STATUS status)
{
    service_handle own;
    SERVICE_STATUS_PROCESS after = {0};
    if (!service_handle_get(handle, &own))
        return real_services.ControlService(handle, control, status);
    BOOL done = control_own(&own, control, &after);
    if (after.dwCurrentState)
        memcpy(status, &after, sizeof *status);
    return done;
}

static BOOL control_ex(const service_handle *own, DWORD control, DWORD level, void *parameters)
{
    SERVICE_CONTROL_STATUS_REASON_PARAMSW *reason = parameters; /* the other spelling has the same layout */
    SERVICE_STATUS_PROCESS after = {0};
    if (level != SERVICE_CONTROL_STATUS_REASON_INFO)
        return service_fail(ERROR_INVALID_LEVEL);
    BOOL done = control_own(own, control, &after);
    if (after.dwCurrentState)
        reason->ServiceStatus = after;
    return done;
}

BOOL WINAPI hook_ControlServiceExW(SC_HANDLE handle, DWORD control, DWORD level, PVOID parameters)
{
    service_handle own;
    return service_handle_get(handle, &own) ? control_ex(&own, control, level, parameters)
                                            : real_services.ControlServiceExW(handle, control, level, parameters);
}

BOOL WINAPI hook_ControlServiceExA(SC_HANDLE handle, DWORD control, DWORD level, PVOID parameters)
{
    service_handle own;
    return service_handle_get(handle, &own) ? control_ex(&own, control, level, parameters)
                                            : real_services.ControlServiceExA(handle, control, level, parameters);
}

BOOL WINAPI hook_QueryServiceStatus(SC_HANDLE handle, LPSERVICE_STATUS status)
{
    service_handle own;
    if (!service_handle_get(handle, &own))
        return real_services.QueryServiceStatus(handle, status);
    if (!may(&own, SERVICE_QUERY_STATUS))
        return FALSE;
    SERVICE_STATUS_PROCESS now = service_status(own.service);
    memcpy(status, &now, sizeof *status);
    return TRUE;
}

BOOL WINAPI hook_QueryServiceStatusEx(SC_HANDLE handle, SC_STATUS_TYPE level, LPBYTE buffer, DWORD size, LPDWORD needed)
{
    service_handle own;
    if (!service_handle_get(handle, &own))
        return real_services.QueryServiceStatusEx(handle, level, buffer, size, needed);
    if (!may(&own, SERVICE_QUERY_STATUS))
        return FALSE;
    if (level != SC_STATUS_PROCESS_INFO)
        return service_fail(ERROR_INVALID_LEVEL);
    *needed = sizeof(SERVICE_STATUS_PROCESS);
    if (size < *needed)
        return service_fail(ERROR_INSUFFICIENT_BUFFER);
    SERVICE_STATUS_PROCESS now = service_status(own.service);
    memcpy(buffer, &now, sizeof now);
    return TRUE;
}

BOOL WINAPI hook_EnumDependentServicesW(SC_HANDLE handle, DWORD states, LPENUM_SERVICE_STATUSW list, DWORD size,
                                        LPDWORD needed, LPDWORD count)
{
    service_handle own;
    if (!service_handle_get(handle, &own))
        return real_services.EnumDependentServicesW(handle, states, list, size, needed, count);
    *needed = *count = 0;
    return may(&own, SERVICE_ENUMERATE_DEPENDENTS);
}

BOOL WINAPI hook_EnumDependentServicesA(SC_HANDLE handle, DWORD states, LPENUM_SERVICE_STATUSA list, DWORD size,
                                        LPDWORD needed, LPDWORD count)
{
    service_handle own;
    if (!service_handle_get(handle, &own))
        return real_services.EnumDependentServicesA(handle, states, list, size, needed, count);
    *needed = *count = 0;
    return may(&own, SERVICE_ENUMERATE_DEPENDENTS);
}
