/* Making and changing services would change the machine itself: it is denied, and an event says so. */
#include "services.h"

#include "trace.h"

static BOOL denied(const char *call)
{
    wchar_t wide[32];
    size_t length = 0;
    for (; call[length]; length++)
        wide[length] = (wchar_t)(unsigned char)call[length];
    event("service-change-denied", (text){wide, length}, STATUS_ACCESS_DENIED);
    return service_fail(ERROR_ACCESS_DENIED);
}

SC_HANDLE WINAPI hook_CreateServiceW(SC_HANDLE manager, LPCWSTR name, LPCWSTR display, DWORD access, DWORD type, DWORD start,
                                     DWORD control, LPCWSTR command, LPCWSTR group, LPDWORD tag, LPCWSTR dependencies,
                                     LPCWSTR account, LPCWSTR password)
{
    uint32_t service;
    (void)manager, (void)display, (void)access, (void)type, (void)start, (void)control, (void)command, (void)group;
    (void)tag, (void)dependencies, (void)account, (void)password;
    if (!name)
        service_fail(ERROR_INVALID_NAME);
    else if (service_find(text_from(name), &service))
        service_fail(ERROR_SERVICE_EXISTS);
    else {
        event("service-change-denied", text_from(name), STATUS_ACCESS_DENIED);
        service_fail(ERROR_ACCESS_DENIED);
    }
    return NULL;
}

SC_HANDLE WINAPI hook_CreateServiceA(SC_HANDLE manager, LPCSTR name, LPCSTR display, DWORD access, DWORD type, DWORD start,
                                     DWORD control, LPCSTR command, LPCSTR group, LPDWORD tag, LPCSTR dependencies,
                                     LPCSTR account, LPCSTR password)
{
    scratch memory;
    (void)display, (void)command, (void)group, (void)dependencies, (void)account, (void)password;
    scratch_begin(&memory);
    hook_CreateServiceW(manager, service_wide(&memory, name), NULL, access, type, start, control, NULL, NULL, tag, NULL, NULL,
                        NULL);
    scratch_release(&memory);
    return NULL;
}

BOOL WINAPI hook_DeleteService(SC_HANDLE handle)
{
    (void)handle;
    return denied("DeleteService");
}

BOOL WINAPI hook_ChangeServiceConfigW(SC_HANDLE handle, DWORD type, DWORD start, DWORD control, LPCWSTR command, LPCWSTR group,
                                      LPDWORD tag, LPCWSTR dependencies, LPCWSTR account, LPCWSTR password, LPCWSTR display)
{
    (void)handle, (void)type, (void)start, (void)control, (void)command, (void)group, (void)tag, (void)dependencies;
    (void)account, (void)password, (void)display;
    return denied("ChangeServiceConfigW");
}

BOOL WINAPI hook_ChangeServiceConfigA(SC_HANDLE handle, DWORD type, DWORD start, DWORD control, LPCSTR command, LPCSTR group,
                                      LPDWORD tag, LPCSTR dependencies, LPCSTR account, LPCSTR password, LPCSTR display)
{
    (void)handle, (void)type, (void)start, (void)control, (void)command, (void)group, (void)tag, (void)dependencies;
    (void)account, (void)password, (void)display;
    return denied("ChangeServiceConfigA");
}

BOOL WINAPI hook_ChangeServiceConfig2W(SC_HANDLE handle, DWORD level, LPVOID info)
{
    (void)handle, (void)level, (void)info;
    return denied("ChangeServiceConfig2W");
}

BOOL WINAPI hook_ChangeServiceConfig2A(SC_HANDLE handle, DWORD level, LPVOID info)
{
    (void)handle, (void)level, (void)info;
    return denied("ChangeServiceConfig2A");
}

BOOL WINAPI hook_SetServiceObjectSecurity(SC_HANDLE handle, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    (void)handle, (void)parts, (void)descriptor;
    return denied("SetServiceObjectSecurity");
}

/* A service of the container's has no descriptor to tell, and no way to call back. */

BOOL WINAPI hook_QueryServiceObjectSecurity(SC_HANDLE handle, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor,
                                            DWORD size, LPDWORD needed)
{
    service_handle own;
    return service_handle_get(handle, &own) ? service_fail(ERROR_ACCESS_DENIED)
                                            : real_services.QueryServiceObjectSecurity(handle, parts, descriptor, size, needed);
}

DWORD WINAPI hook_NotifyServiceStatusChangeW(SC_HANDLE handle, DWORD mask, PSERVICE_NOTIFYW buffer)
{
    service_handle own;
    return service_handle_get(handle, &own) ? ERROR_ACCESS_DENIED
                                            : real_services.NotifyServiceStatusChangeW(handle, mask, buffer);
}

DWORD WINAPI hook_NotifyServiceStatusChangeA(SC_HANDLE handle, DWORD mask, PSERVICE_NOTIFYA buffer)
{
    service_handle own;
    return service_handle_get(handle, &own) ? ERROR_ACCESS_DENIED
                                            : real_services.NotifyServiceStatusChangeA(handle, mask, buffer);
}
