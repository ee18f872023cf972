/*
 * A service, and a program that asks for services, each through the functions of either spelling.
 *   services.exe serve W|A           what the service control manager starts
 *   services.exe ask NAME [WORDS]    starts it with the words, controls and stops it, and tells what it is told
 *   services.exe leave NAME          starts it and ends
 *   services.exe open NAME           opens it and tells its state; names may follow
 *   services.exe list                the services of the container that it is told of, by all four functions
 *   services.exe change NAME         tries to register, change and delete one
 * Whatever the service sees is a line in C:\service.log.
 */
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

static SERVICE_STATUS_HANDLE manager_of_self;
static SERVICE_STATUS own = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS, .dwCurrentState = SERVICE_RUNNING,
                             .dwControlsAccepted = SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_PAUSE_CONTINUE};

static void note(const wchar_t *line)
{
    FILE *log = _wfopen(L"C:\\service.log", L"a");
    if (log) {
        fwprintf(log, L"%ls\n", line);
        fclose(log);
    }
}

static DWORD WINAPI handle(DWORD control, DWORD type, void *data, void *context)
{
    wchar_t line[64];
    (void)type, (void)data;
    swprintf(line, 64, L"control %lu %ls", control, (wchar_t *)context);
    note(line);
    if (control == SERVICE_CONTROL_PAUSE)
        own.dwCurrentState = SERVICE_PAUSED;
    else if (control == SERVICE_CONTROL_CONTINUE)
        own.dwCurrentState = SERVICE_RUNNING;
    else if (control == SERVICE_CONTROL_STOP) {
        own.dwCurrentState = SERVICE_STOPPED;
        own.dwWin32ExitCode = ERROR_SERVICE_SPECIFIC_ERROR;
        own.dwServiceSpecificExitCode = 0x80001234;
    } else if (control == 201)
        return ERROR_CALL_NOT_IMPLEMENTED;
    SetServiceStatus(manager_of_self, &own);
    return NO_ERROR;
}

static void WINAPI handle_plainly(DWORD control)
{
    handle(control, 0, NULL, L"plain");
}

static void WINAPI run_wide(DWORD count, wchar_t **words)
{
    manager_of_self = RegisterServiceCtrlHandlerExW(words[0], handle, L"wide");
    for (DWORD i = 0; i < count; i++)
        note(words[i]);
    SetServiceStatus(manager_of_self, &own);
}

static void WINAPI run_narrow(DWORD count, char **words)
{
    wchar_t line[64];
    manager_of_self = RegisterServiceCtrlHandlerA(words[0], handle_plainly);
    for (DWORD i = 0; i < count; i++) {
        swprintf(line, 64, L"%hs", words[i]);
        note(line);
    }
    SetServiceStatus(manager_of_self, &own);
}

static int serve(BOOL wide)
{
    SERVICE_TABLE_ENTRYW wide_table[] = {{L"", run_wide}, {NULL, NULL}};
    SERVICE_TABLE_ENTRYA narrow_table[] = {{"", run_narrow}, {NULL, NULL}};
    BOOL done = wide ? StartServiceCtrlDispatcherW(wide_table) : StartServiceCtrlDispatcherA(narrow_table);
    if (done)
        note(L"end");
    else
        printf("serve %lu\n", GetLastError());
    return 0;
}

static void tell(const char *what, BOOL done)
{
    printf("%s %lu\n", what, done ? 0 : GetLastError());
}

static void tell_status(SC_HANDLE service, BOOL with_process)
{
    SERVICE_STATUS_PROCESS status = {0};
    DWORD needed;
    if (!QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, (BYTE *)&status, sizeof status, &needed))
        tell("status", FALSE);
    else
        printf("status %lu accepts %lu exit %lu %lx%s\n", status.dwCurrentState, status.dwControlsAccepted,
               status.dwWin32ExitCode, status.dwServiceSpecificExitCode,
               !with_process ? "" : status.dwProcessId ? " process" : " no process");
}

/* The service tells of its start by itself, some time after StartService. */
static void wait_until_it_runs(SC_HANDLE service)
{
    SERVICE_STATUS status = {.dwCurrentState = SERVICE_START_PENDING};
    while (QueryServiceStatus(service, &status) && status.dwCurrentState == SERVICE_START_PENDING)
        Sleep(1);
}

static void tell_config(SC_HANDLE service)
{
    BYTE buffer[2048];
    DWORD needed = 0;
    QUERY_SERVICE_CONFIGW *wide = (void *)buffer;
    QUERY_SERVICE_CONFIGA *narrow = (void *)buffer;
    tell("config-size", QueryServiceConfigW(service, NULL, 0, &needed));
    if (QueryServiceConfigW(service, wide, needed, &needed))
        printf("config %lu %ls %ls\n", wide->dwStartType, wide->lpBinaryPathName, wide->lpDisplayName);
    if (QueryServiceConfigA(service, narrow, sizeof buffer, &needed))
        printf("config %lu %s %s\n", narrow->dwStartType, narrow->lpBinaryPathName, narrow->lpServiceStartName);
}

static int ask(const wchar_t *name, int count, wchar_t **words)
{
    SERVICE_STATUS status = {0};
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    SC_HANDLE service = OpenServiceW(manager, name, SERVICE_ALL_ACCESS);
    SC_HANDLE reader = OpenServiceW(manager, name, SERVICE_QUERY_STATUS);
    tell("open", service != NULL);
    tell_config(service);
    tell_status(service, TRUE);
    tell("stop-stopped", ControlService(service, SERVICE_CONTROL_STOP, &status));
    tell("start-without-right", StartServiceW(reader, 0, NULL));
    tell("start", StartServiceW(service, (DWORD)count, (const wchar_t **)words));
    tell("start-again", StartServiceA(service, 0, NULL));
    wait_until_it_runs(service);
    tell_status(service, TRUE);
    tell("pause", ControlService(service, SERVICE_CONTROL_PAUSE, &status));
    printf("paused %lu\n", status.dwCurrentState);
    tell("continue", ControlService(service, SERVICE_CONTROL_CONTINUE, &status));
    tell("own-control", ControlService(service, 200, &status));
    tell("refused-control", ControlService(service, 201, &status));
    tell("unknown-control", ControlService(service, 100, &status));
    tell("not-accepted", ControlService(service, SERVICE_CONTROL_PARAMCHANGE, &status));
    tell("stop-without-right", ControlService(reader, SERVICE_CONTROL_STOP, &status));
    tell("stop", ControlService(service, SERVICE_CONTROL_STOP, &status));
    tell_status(service, TRUE);
    tell("close", CloseServiceHandle(service) && CloseServiceHandle(reader) && CloseServiceHandle(manager));
    return 0;
}

static int leave(const wchar_t *name)
{
    SC_HANDLE service = OpenServiceW(OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT), name, SERVICE_ALL_ACCESS);
    tell("start", StartServiceW(service, 0, NULL));
    wait_until_it_runs(service);
    return 0;
}

static int open_each(wchar_t **names)
{
    SC_HANDLE manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_CONNECT);
    for (; *names; names++) {
        char narrow[64];
        snprintf(narrow, sizeof narrow, "%ls", *names);
        SC_HANDLE service = OpenServiceA(manager, narrow, SERVICE_QUERY_STATUS | SERVICE_START);
        printf("%s: ", narrow);
        if (!service) {
            tell("open", FALSE);
            continue;
        }
        wait_until_it_runs(service);
        tell_status(service, FALSE);
        tell("start", StartServiceA(service, 0, NULL));
        CloseServiceHandle(service);
    }
    return 0;
}

static void tell_listed(const char *function, const wchar_t *name, DWORD state)
{
    if (!wcsncmp(name, L"Test", 4) || !_wcsicmp(name, L"PlugPlay"))
        printf("%s %ls %lu\n", function, name, !wcsncmp(name, L"Test", 4) ? state : 0);
}

static int list(void)
{
    static BYTE buffer[1 << 16];
    DWORD needed, count, resume = 0, all = 0;
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ENUMERATE_SERVICE);
    BOOL done = EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32, SERVICE_STATE_ALL, NULL, 0, &needed, &count,
                                      &resume, NULL);
    printf("size %d %lu %lu\n", done, done ? 0 : GetLastError(), count);
    do { /* by pieces */
        done = EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32, SERVICE_STATE_ALL, buffer, 600, &needed,
                                     &count, &resume, NULL);
        for (DWORD i = 0; i < count; i++) {
            ENUM_SERVICE_STATUS_PROCESSW *item = (ENUM_SERVICE_STATUS_PROCESSW *)buffer + i;
            tell_listed("ExW", item->lpServiceName, item->ServiceStatusProcess.dwCurrentState);
        }
        all += count;
    } while (!done && GetLastError() == ERROR_MORE_DATA && count);
    resume = 0;
    if (EnumServicesStatusW(manager, SERVICE_WIN32, SERVICE_STATE_ALL, (void *)buffer, sizeof buffer, &needed, &count, &resume))
        for (DWORD i = 0; i < count; i++)
            tell_listed("W", ((ENUM_SERVICE_STATUSW *)buffer)[i].lpServiceName,
                        ((ENUM_SERVICE_STATUSW *)buffer)[i].ServiceStatus.dwCurrentState);
    printf("same number %d\n", all == count);
    if (EnumServicesStatusA(manager, SERVICE_WIN32, SERVICE_ACTIVE, (void *)buffer, sizeof buffer, &needed, &count, &resume))
        for (DWORD i = 0; i < count; i++)
            if (!strncmp(((ENUM_SERVICE_STATUSA *)buffer)[i].lpServiceName, "Test", 4))
                puts("active");
    if (EnumServicesStatusExA(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32, SERVICE_INACTIVE, buffer, sizeof buffer, &needed,
                              &count, &resume, NULL))
        for (DWORD i = 0; i < count; i++)
            if (!strncmp(((ENUM_SERVICE_STATUS_PROCESSA *)buffer)[i].lpServiceName, "Test", 4))
                printf("ExA %s\n", ((ENUM_SERVICE_STATUS_PROCESSA *)buffer)[i].lpDisplayName);
    return 0;
}

static int change(const wchar_t *name)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    tell("create", CreateServiceW(manager, name, name, SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS, SERVICE_DEMAND_START, 0,
                                  L"C:\\x.exe", NULL, NULL, NULL, NULL, NULL) != NULL);
    tell("create-other", CreateServiceA(manager, "Other", NULL, SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
                                        SERVICE_DEMAND_START, 0, "C:\\x.exe", NULL, NULL, NULL, NULL, NULL) != NULL);
    SC_HANDLE service = OpenServiceW(manager, name, SERVICE_ALL_ACCESS);
    tell("delete", DeleteService(service));
    return 0;
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    const wchar_t *what = count > 1 ? words[1] : L"", *name = count > 2 ? words[2] : L"";
    setvbuf(stdout, NULL, _IONBF, 0);
    if (!wcscmp(what, L"serve"))
        return serve(*name == L'W');
    if (!wcscmp(what, L"ask"))
        return ask(name, count - 3, words + 3);
    if (!wcscmp(what, L"leave"))
        return leave(name);
    if (!wcscmp(what, L"open"))
        return open_each(words + 2);
    if (!wcscmp(what, L"list"))
        return list();
    return change(name);
}
