/* A named event and not a message: a launcher that was started without a console or a window hears it, too. */
#include "stop.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "job.h"
#include "launcher_failure.h"
#include "services.h"

#include <stdio.h>
#include <wchar.h>

enum {
    PATIENCE = 10000, /* milliseconds: for whoever answers "save your changes?" */
    AGAIN = 100,
    NAME_LENGTH = 48
};

static const session_header *running;
static HANDLE tree, asked;

static void name_of_event(wchar_t *name, DWORD launcher)
{
    swprintf(name, NAME_LENGTH, L"Local\\ctnr-stop-%lu", launcher);
}

typedef struct {
    const JOBOBJECT_BASIC_PROCESS_ID_LIST *processes;
    bool any;
} search;

/* What belongs to another window (a question, a palette) goes with it. */
static BOOL CALLBACK close_window(HWND window, LPARAM parameter)
{
    search *found = (search *)parameter;
    DWORD process = 0;
    GetWindowThreadProcessId(window, &process);
    if (IsWindowVisible(window) && !GetWindow(window, GW_OWNER) && job_list_has(found->processes, process)) {
        PostMessageW(window, WM_CLOSE, 0, 0);
        found->any = true;
    }
    return TRUE;
}

static bool close_windows(void)
{
    JOBOBJECT_BASIC_PROCESS_ID_LIST *list = job_processes(tree);
    search windows = {list, false};
    EnumWindows(close_window, (LPARAM)&windows);
    memory_free(list);
    return windows.any;
}

/* False once none is left. */
static bool end_processes(void)
{
    bool left = false;
    JOBOBJECT_BASIC_PROCESS_ID_LIST *list = job_processes(tree);
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; i++) {
        DWORD id = (DWORD)list->ProcessIdList[i];
        if (id == GetCurrentProcessId() || services_hold(running, list, id))
            continue;
        left = true;
        HANDLE process = OpenProcess(PROCESS_TERMINATE | SYNCHRONIZE, FALSE, id);
        if (process) {
            TerminateProcess(process, (UINT)STATUS_CONTROL_C_EXIT);
            WaitForSingleObject(process, AGAIN);
            CloseHandle(process);
        }
    }
    memory_free(list);
    return left;
}

static DWORD WINAPI wait_to_be_asked(void *unused)
{
    (void)unused;
    WaitForSingleObject(asked, INFINITE);
    if (close_windows())
        WaitForSingleObject(asked, PATIENCE);
    while (end_processes()) /* one may have started another meanwhile */
        ;
    return 0;
}

void stop_listen(const session_header *session, HANDLE job)
{
    wchar_t name[NAME_LENGTH];
    name_of_event(name, GetCurrentProcessId());
    running = session;
    tree = job;
    asked = CreateEventW(NULL, FALSE, FALSE, name);
    HANDLE thread = asked ? CreateThread(NULL, 0, wait_to_be_asked, NULL, 0, NULL) : NULL;
    if (!thread)
        fail(GetLastError(), L"Can't listen for being stopped");
    CloseHandle(thread);
}

int stop_ask(DWORD launcher)
{
    wchar_t name[NAME_LENGTH];
    name_of_event(name, launcher);
    HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, launcher);
    HANDLE event = process ? OpenEventW(EVENT_MODIFY_STATE, FALSE, name) : NULL;
    if (!event)
        fail(0, L"No launcher with the process id %lu runs here", launcher);
    SetEvent(event);
    WaitForSingleObject(process, INFINITE);
    return 0;
}
