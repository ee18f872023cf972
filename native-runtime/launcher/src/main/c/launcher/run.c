#include "run.h"

#include "../common/events.h"
#include "../common/failure.h"
#include "../common/memory.h"
#include "launcher_failure.h"
#include "services.h"
#include "target.h"
#include "stop.h"

#include <shellapi.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

enum { JOB_LIST_ATTRIBUTE = 0x2000d }; /* PROC_THREAD_ATTRIBUTE_JOB_LIST, which mingw lacks */

void enter(const session_header *session)
{
    failure_code(EXIT_RUNTIME);
    HMODULE library = LoadLibraryW(session_string(session, session->library_x64));
    LONG(WINAPI *join)(const wchar_t *) = NULL;
    if (library)
        join = (LONG(WINAPI *)(const wchar_t *))(void *)GetProcAddress(library, MAKEINTRESOURCEA(2));
    if (!join)
        fail(GetLastError(), L"Can't load the hook library %ls", session_string(session, session->library_x64));
    LONG status = join(session_string(session, session->name));
    if (status < 0)
        fail(0, L"The hook library does not know this version of Windows (status %08lx); the log names the function: %ls",
             status, session_string(session, session->log));
}

void leave(void)
{
    HMODULE library = GetModuleHandleW(L"ctnr.dll");
    void(WINAPI *left)(void) = library ? (void(WINAPI *)(void))(void *)GetProcAddress(library, MAKEINTRESOURCEA(3)) : NULL;
    if (left)
        left();
}

static bool is_program(const wchar_t *target)
{
    static const wchar_t *const ENDINGS[] = {L".exe", L".com", L".bat", L".cmd"};
    size_t length = wcslen(target);
    for (size_t i = 0; i < ARRAYSIZE(ENDINGS); i++)
        if (length > 4 && !_wcsicmp(target + length - 4, ENDINGS[i]))
            return true;
    return false;
}

static const wchar_t *folder_of(const wchar_t *path)
{
    wchar_t *folder = joined(path, NULL);
    wchar_t *slash = wcsrchr(folder, L'\\');
    if (!slash)
        return NULL;
    slash[folder[1] == L':' && slash == folder + 2] = 0;
    return folder;
}

/* In the job from its first moment: a launcher that is killed before it lets the process run leaves none behind. */
static LPPROC_THREAD_ATTRIBUTE_LIST born_in(HANDLE *job)
{
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(NULL, 1, 0, &size);
    LPPROC_THREAD_ATTRIBUTE_LIST list = memory_get(size);
    if (!InitializeProcThreadAttributeList(list, 1, 0, &size)
        || !UpdateProcThreadAttribute(list, 0, JOB_LIST_ATTRIBUTE, job, sizeof *job, NULL, NULL))
        fail(GetLastError(), L"Can't start a process in a job");
    return list;
}

static HANDLE start_program(HANDLE job, const wchar_t *target, const wchar_t *arguments, const wchar_t *cwd)
{
    STARTUPINFOEXW startup = {.lpAttributeList = born_in(&job)};
    PROCESS_INFORMATION started;
    BOOL inside = FALSE;
    GetStartupInfoW(&startup.StartupInfo);
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.lpReserved = NULL;
    startup.StartupInfo.lpReserved2 = NULL;
    startup.StartupInfo.cbReserved2 = 0;
    wchar_t *line = joined(L"\"", target, L"\"", *arguments ? L" " : L"", arguments, NULL);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_SUSPENDED | EXTENDED_STARTUPINFO_PRESENT, NULL, cwd,
                        &startup.StartupInfo, &started))
        fail(GetLastError(), L"Can't start %ls", target);
    if (!IsProcessInJob(started.hProcess, job, &inside) || (!inside && !AssignProcessToJobObject(job, started.hProcess))) {
        DWORD error = GetLastError();
        TerminateProcess(started.hProcess, 1);
        fail(error, L"Can't hold the processes of %ls together", target);
    }
    ResumeThread(started.hThread);
    CloseHandle(started.hThread);
    return started.hProcess;
}

/* A program of code for .NET alone that ended before it began: the rest tell of themselves, or Windows does. */
static void require_begun(const session_header *session, const wchar_t *target, DWORD code)
{
    if ((code != SESSION_NOT_ENTERED && code != STATUS_DLL_NOT_FOUND) || !target_is_managed(target))
        return;
    failure_code(EXIT_ALTERED);
    if (code == SESSION_NOT_ENTERED)
        fail(0, L"%ls was ended before it began: a hook library can't be loaded into it, %ls or %ls; build the container again",
             target, session_string(session, session->library_x64), session_string(session, session->library_x86));
    failure_code(EXIT_NOT_STARTED);
    fail(0, L"%ls did not start: it is a .NET program, and this machine has no .NET Framework, or another library that it needs"
            L" is missing", target);
}

/* A document: Windows knows what opens it. */
static HANDLE start_document(HANDLE job, const wchar_t *target, const wchar_t *arguments, const wchar_t *cwd)
{
    SHELLEXECUTEINFOW call = {.cbSize = sizeof call, .fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_FLAG_NO_UI,
                              .lpFile = target, .lpParameters = arguments, .lpDirectory = cwd, .nShow = SW_SHOWNORMAL};
    AssignProcessToJobObject(job, GetCurrentProcess()); /* what opens it is started by Windows' own code */
    if (!ShellExecuteExW(&call))
        fail(GetLastError(), L"Can't open %ls", target);
    return call.hProcess;
}

enum { LOOK_AGAIN = 2000 }; /* milliseconds */

/*
 * Until no process of the tree is left but services; the container's state is whole only when those have ended, too.
 * Windows does not promise that every end is told (learn.microsoft.com, JOBOBJECT_ASSOCIATE_COMPLETION_PORT): now and then
 * they are counted without being told.
 */
static void wait_for_tree(const session_header *session, HANDLE job, HANDLE port, HANDLE first, bool self_inside)
{
    for (;;) {
        JOBOBJECT_BASIC_ACCOUNTING_INFORMATION count = {0};
        if (!QueryInformationJobObject(job, JobObjectBasicAccountingInformation, &count, sizeof count, NULL)) {
            WaitForSingleObject(first, INFINITE);
            return;
        }
        if (count.ActiveProcesses <= (self_inside ? 1u : 0u) + services_count(session, job))
            break;
        DWORD message;
        ULONG_PTR key;
        LPOVERLAPPED process;
        GetQueuedCompletionStatus(port, &message, &key, &process, LOOK_AGAIN);
    }
    services_stop(session, job);
}

static BOOL WINAPI leave_to_the_program(DWORD event)
{
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

static void tell_started(HANDLE first)
{
    json *event = events_begin("started");
    json_number(event, "launcher", GetCurrentProcessId());
    if (first)
        json_number(event, "pid", GetProcessId(first));
    events_end();
}

/* Hosts such as Wine's hand only a part of an exit code on. */
static void tell_exit(DWORD code)
{
    json_number(events_begin("exit"), "code", code);
    events_end();
    events_close();
}

int run_entry(const machine *here, const session_header *session, const entry_point *entry, const wchar_t *arguments, bool tell)
{
    failure_code(EXIT_NOT_STARTED);
    wchar_t *target = machine_expand(here, entry->target);
    wchar_t *given = entry->args ? machine_expand(here, entry->args) : joined(L"", NULL);
    if (arguments && *arguments)
        given = joined(given, *given ? L" " : L"", arguments, NULL);
    const wchar_t *cwd = entry->cwd ? machine_expand(here, entry->cwd) : folder_of(target);
    if (wcschr(target, L'\\') && GetFileAttributesW(target) == INVALID_FILE_ATTRIBUTES)
        fail(0, L"The entry point '%ls' starts %ls, and there is no such file in the container's view", entry->name, target);
    HANDLE job = CreateJobObjectW(NULL, NULL);
    HANDLE port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    JOBOBJECT_ASSOCIATE_COMPLETION_PORT association = {job, port};
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (!job || !port
        || !SetInformationJobObject(job, JobObjectAssociateCompletionPortInformation, &association, sizeof association)
        || !SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
        fail(GetLastError(), L"Can't make a job for the processes of %ls", target);
    SetConsoleCtrlHandler(leave_to_the_program, TRUE);
    bool program = is_program(target);
    const wchar_t *unfit = program ? target_problem(target) : NULL;
    if (unfit) {
        failure_code(EXIT_BITNESS);
        fail(0, L"%ls can't run here: it %ls", target, unfit);
    }
    HANDLE first = program ? start_program(job, target, given, cwd) : start_document(job, target, given, cwd);
    if (tell)
        tell_started(first);
    DWORD code = 0;
    if (first) { /* otherwise a running program took the document over */
        stop_listen(session, job);
        wait_for_tree(session, job, port, first, !program);
        WaitForSingleObject(first, INFINITE);
        GetExitCodeProcess(first, &code);
        require_begun(session, target, code);
    }
    if (tell)
        tell_exit(code);
    return (int)code;
}
