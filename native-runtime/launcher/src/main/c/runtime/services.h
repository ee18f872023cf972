/*
 * The service control manager as the application sees it: services of config.yml in mode stub are processes of the
 * container's, controlled by these functions; all other calls go on to Windows'. Names and meaning of the functions
 * are those of learn.microsoft.com, "Services" (winsvc.h).
 */
#pragma once

#include "service_state.h"

#define SERVICE_FUNCTIONS(F)         \
    F(ChangeServiceConfig2A)         \
    F(ChangeServiceConfig2W)         \
    F(ChangeServiceConfigA)          \
    F(ChangeServiceConfigW)          \
    F(CloseServiceHandle)            \
    F(ControlService)                \
    F(ControlServiceExA)             \
    F(ControlServiceExW)             \
    F(CreateServiceA)                \
    F(CreateServiceW)                \
    F(DeleteService)                 \
    F(EnumDependentServicesA)        \
    F(EnumDependentServicesW)        \
    F(EnumServicesStatusA)           \
    F(EnumServicesStatusExA)         \
    F(EnumServicesStatusExW)         \
    F(EnumServicesStatusW)           \
    F(GetServiceDisplayNameA)        \
    F(GetServiceDisplayNameW)        \
    F(GetServiceKeyNameA)            \
    F(GetServiceKeyNameW)            \
    F(NotifyServiceStatusChangeA)    \
    F(NotifyServiceStatusChangeW)    \
    F(OpenSCManagerA)                \
    F(OpenSCManagerW)                \
    F(OpenServiceA)                  \
    F(OpenServiceW)                  \
    F(QueryServiceConfig2A)          \
    F(QueryServiceConfig2W)          \
    F(QueryServiceConfigA)           \
    F(QueryServiceConfigW)           \
    F(QueryServiceObjectSecurity)    \
    F(QueryServiceStatus)            \
    F(QueryServiceStatusEx)          \
    F(RegisterServiceCtrlHandlerA)   \
    F(RegisterServiceCtrlHandlerExA) \
    F(RegisterServiceCtrlHandlerExW) \
    F(RegisterServiceCtrlHandlerW)   \
    F(SetServiceObjectSecurity)      \
    F(SetServiceStatus)              \
    F(StartServiceA)                 \
    F(StartServiceCtrlDispatcherA)   \
    F(StartServiceCtrlDispatcherW)   \
    F(StartServiceW)

typedef struct {
#define F(name) __typeof__(&name) name;
    SERVICE_FUNCTIONS(F)
#undef F
} real_service_functions;
extern real_service_functions real_services;

#define F(name) extern __typeof__(name) hook_##name;
SERVICE_FUNCTIONS(F)
#undef F

void services_start(void);

/* A handle of the container's own: its address, which no handle of Windows' can be. */
typedef struct {
    uint32_t service;
    DWORD access;
} service_handle;

SC_HANDLE service_handle_new(uint32_t service, DWORD access);
/* false when the handle is one of Windows', or none. */
bool service_handle_get(SC_HANDLE handle, service_handle *found);
bool service_handle_close(SC_HANDLE handle);

/* An error of Windows, or ERROR_SUCCESS. The arguments are those behind the service's name. */
DWORD service_start(uint32_t service, ULONG count, const wchar_t *const *arguments);
DWORD service_control(uint32_t service, DWORD control);

/* Sets the last error, and is FALSE. */
BOOL service_fail(DWORD error);
/* TRUE for ERROR_SUCCESS. */
BOOL service_done(DWORD error);

/* Code page of the process and back; NULL stays NULL. */
const wchar_t *service_wide(scratch *in, const char *from);
ANSI_STRING service_narrow(scratch *in, text from); /* a NUL stands behind it */
