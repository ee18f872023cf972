/* Processes are kept in the table after their end: a child that broke away is recognised by a parent that is gone. */
#include "tree.h"

#include "../common/events.h"
#include "../common/failure.h"
#include "../common/memory.h"
#include "../common/process_start.h"
#include "observation.h"

#include <wchar.h>

enum { NEEDS_ADMINISTRATOR = 740 }; /* ERROR_ELEVATION_REQUIRED, which mingw lacks */

enum { KILLED = ERROR_PROCESS_ABORTED, KILL_LIMIT = 10000, NAME_LIMIT = 1000, NAME_PAUSE = 5 };

/* What Windows or Wine starts by itself inside the job; it ends with the rest, or not at all. */
static const wchar_t *const BACKGROUND[] = {L"conhost.exe", L"explorer.exe",   L"services.exe",
                                            L"rpcss.exe",   L"winedevice.exe", L"plugplay.exe",
                                            L"svchost.exe", L"werfault.exe"};

static bool is_background(const wchar_t *image)
{
    const wchar_t *slash = wcsrchr(image, L'\\');
    for (size_t i = 0; i < ARRAYSIZE(BACKGROUND); i++)
        if (CompareStringOrdinal(slash ? slash + 1 : image, -1, BACKGROUND[i], -1, TRUE) == CSTR_EQUAL)
            return true;
    return false;
}

static wchar_t *image_of(HANDLE process, const process_item *item)
{
    DWORD length = 32768;
    wchar_t *image = memory_get(length * sizeof *image);
    if (!process || !QueryFullProcessImageNameW(process, 0, image, &length)) {
        length = item ? (DWORD)item->image_length : 0;
        if (length)
            wmemcpy(image, item->image, length);
    }
    image[length] = 0;
    return memory_grow(image, (length + 1) * sizeof *image);
}

static bool is_own(const wchar_t *image)
{
    static wchar_t *own;
    if (!own)
        own = image_of(GetCurrentProcess(), NULL);
    return CompareStringOrdinal(own, -1, image, -1, TRUE) == CSTR_EQUAL;
}

tree_process *tree_find(const tree *tree, DWORD pid)
{
    for (size_t i = tree->count; i--;)
        if (tree->processes[i].pid == pid && tree->processes[i].alive)
            return &tree->processes[i];
    return NULL;
}

static void report_birth(tree *tree, tree_process *process)
{
    process->named = true;
    tree->unnamed--;
    process->own = is_own(process->image);
    process->background = process->own || (process != tree->processes && is_background(process->image));
    tree->waited_for -= process->background && process->alive;
    if (process->own)
        return;
    json *event = events_begin("process");
    json_number(event, "pid", process->pid);
    json_number(event, "parent", process->parent);
    json_text(event, "image", process->image);
    events_end();
}

/* Wine announces a process before its image is known. */
static void name(tree *tree, const process_list *list)
{
    for (size_t i = 0; tree->unnamed && i < tree->count; i++) {
        tree_process *process = &tree->processes[i];
        if (process->named)
            continue;
        memory_free(process->image);
        process->image = image_of(process->handle, process_list_find(list, process->pid));
        if (*process->image || events_now() - process->born > NAME_LIMIT)
            report_birth(tree, process);
    }
}

static void add(tree *tree, DWORD pid, HANDLE handle, const process_list *list)
{
    const process_item *item = process_list_find(list, pid);
    tree->processes = memory_room(tree->processes, tree->count, &tree->capacity, sizeof *tree->processes);
    tree_process *process = &tree->processes[tree->count++];
    *process = (tree_process){.pid = pid, .handle = handle, .alive = true, .born = events_now()};
    process->parent = item ? item->parent : 0;
    process->created = item ? item->created : 0;
    tree->unnamed++;
    tree->waited_for++;
    name(tree, list);
}

static void born(tree *tree, DWORD pid)
{
    if (tree_find(tree, pid))
        return;
    process_list_take(&tree->list);
    add(tree, pid, OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, pid), &tree->list);
}

static void report_death(DWORD pid, bool known, DWORD code)
{
    json *event = events_begin("process-exit");
    json_number(event, "pid", pid);
    if (known)
        json_number(event, "code", code);
    else
        json_null(event, "code");
    events_end();
}

static void died(tree *tree, DWORD pid)
{
    tree_process *process = tree_find(tree, pid);
    if (!process)
        return;
    if (!process->named)
        report_birth(tree, process);
    process->alive = false;
    tree->waited_for -= !process->background;
    DWORD code = 0;
    /* the job speaks when the process is ending, which is a little before it has its code */
    bool known = process->handle && WaitForSingleObject(process->handle, KILL_LIMIT) == WAIT_OBJECT_0 &&
                 GetExitCodeProcess(process->handle, &code);
    if (!process->own)
        report_death(pid, known, code);
    if (process != tree->processes && process->handle) {
        CloseHandle(process->handle);
        process->handle = NULL;
    }
}

void tree_open(tree *tree, bool keep)
{
    *tree = (struct tree){.job = CreateJobObjectW(NULL, NULL)};
    tree->port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    JOBOBJECT_ASSOCIATE_COMPLETION_PORT port = {.CompletionPort = tree->port};
    /* a program that asks to leave its job would fail where it may not; outside a job it would not */
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {
        .BasicLimitInformation.LimitFlags =
            JOB_OBJECT_LIMIT_BREAKAWAY_OK | (keep ? 0 : JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE)};
    if (!tree->job || !tree->port ||
        !SetInformationJobObject(tree->job, JobObjectAssociateCompletionPortInformation, &port, sizeof port) ||
        !SetInformationJobObject(tree->job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
        fail(GetLastError(), L"Can't make a job object for the step");
}

/* Hands the step its two outputs and nothing else: not the pipe that this program's own events may go through. */
static LPPROC_THREAD_ATTRIBUTE_LIST hand_on(HANDLE handles[2])
{
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(NULL, 1, 0, &size);
    LPPROC_THREAD_ATTRIBUTE_LIST list = memory_get(size);
    size_t count = handles[0] == handles[1] ? 1 : 2; /* Windows refuses a list that names one twice */
    if (!InitializeProcThreadAttributeList(list, 1, 0, &size) ||
        !UpdateProcThreadAttribute(list, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles, count * sizeof *handles, NULL,
                                   NULL))
        fail(GetLastError(), L"Can't hand the step its output files");
    return list;
}

void tree_start(tree *tree, wchar_t *command, const wchar_t *folder, HANDLE out, HANDLE err)
{
    STARTUPINFOEXW startup = {.StartupInfo.cb = sizeof startup};
    HANDLE handles[2] = {out, err};
    if (out) {
        startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
        startup.StartupInfo.hStdOutput = out;
        startup.StartupInfo.hStdError = err;
        startup.lpAttributeList = hand_on(handles);
    }
    DWORD flags = CREATE_SUSPENDED | EXTENDED_STARTUPINFO_PRESENT;
    PROCESS_INFORMATION started;
    if (!process_start(command, startup.lpAttributeList, flags, folder, &startup.StartupInfo, &started)) {
        DWORD error = GetLastError();
        fail(error, error == NEEDS_ADMINISTRATOR
                        ? L"The step asks for an administrator; start the capture as one: %ls"
                        : L"Can't start the step: %ls",
             command);
    }
    if (!AssignProcessToJobObject(tree->job, started.hProcess)) {
        DWORD error = GetLastError();
        TerminateProcess(started.hProcess, KILLED);
        fail(error, L"Can't put the step into a job object");
    }
    json *event = events_begin("start");
    json_number(event, "pid", started.dwProcessId);
    json_text(event, "command", command);
    events_end();
    process_list_take(&tree->list);
    add(tree, started.dwProcessId, started.hProcess, &tree->list);
    memory_free(startup.lpAttributeList);
    observation_attach(&started);
    ResumeThread(started.hThread);
    CloseHandle(started.hThread);
}

void tree_wait(tree *tree, DWORD milliseconds)
{
    DWORD message;
    ULONG_PTR key;
    OVERLAPPED *about;
    if (tree->unnamed && milliseconds > NAME_PAUSE)
        milliseconds = NAME_PAUSE;
    while (GetQueuedCompletionStatus(tree->port, &message, &key, &about, milliseconds)) {
        DWORD pid = (DWORD)(ULONG_PTR)about;
        if (message == JOB_OBJECT_MSG_NEW_PROCESS)
            born(tree, pid);
        else if (message == JOB_OBJECT_MSG_EXIT_PROCESS || message == JOB_OBJECT_MSG_ABNORMAL_EXIT_PROCESS)
            died(tree, pid);
        milliseconds = 0;
    }
    if (tree->unnamed) {
        process_list_take(&tree->list);
        name(tree, &tree->list);
    }
}

void tree_adopt(tree *tree, const process_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const process_item *item = &list->items[i];
        if (tree_find(tree, item->pid))
            continue;
        for (size_t p = 0; p < tree->count; p++) {
            const tree_process *parent = &tree->processes[p];
            if (parent->pid != item->parent || !parent->created || item->created < parent->created)
                continue;
            HANDLE handle = OpenProcess(PROCESS_SET_QUOTA | PROCESS_TERMINATE | PROCESS_QUERY_LIMITED_INFORMATION |
                                            SYNCHRONIZE, FALSE, item->pid);
            if (handle && AssignProcessToJobObject(tree->job, handle))
                add(tree, item->pid, handle, list);
            else if (handle)
                CloseHandle(handle);
            break;
        }
    }
}

bool tree_first_ended(const tree *tree, DWORD *code)
{
    *code = 0;
    return !tree->processes->alive && GetExitCodeProcess(tree->processes->handle, code);
}

void tree_kill(tree *tree)
{
    if (!TerminateJobObject(tree->job, KILLED))
        fail(GetLastError(), L"Can't end the step's processes");
    tree_wait(tree, 0);
    for (size_t i = 0; i < tree->count; i++) { /* Wine's job says nothing of those that it ended itself */
        tree_process *process = &tree->processes[i];
        if (process->alive && process->handle)
            WaitForSingleObject(process->handle, KILL_LIMIT);
        died(tree, process->pid);
    }
}
