#include "observation.h"

#include "../common/drain.h"
#include "../common/events.h"
#include "../common/failure.h"
#include "../common/library_trial.h"
#include "../common/memory.h"
#include "../common/observing.h"
#include "../runtime/inject.h"

#include <stdio.h>
#include <wchar.h>

enum { LONGEST = 32768 };

/* More than any installer tells; a program that runs wild does not fill the disk. */
static const uint64_t LIMIT = (uint64_t)1 << 30;

static const session_header *session;

static void tell(const wchar_t *subject, LONG status)
{
    json *event = events_begin("not-observed");
    json_text(event, "subject", subject);
    json_number(event, "status", (ULONG)status);
    events_end();
}

/* Wine says unix\... of a program that was started as \\?\unix\... */
static wchar_t *beside(const wchar_t *name)
{
    wchar_t *path = memory_get(LONGEST * sizeof *path);
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST - 32);
    if (!wcsncmp(path, L"unix\\", 5)) {
        wmemmove(path + 4, path, length + 1);
        wmemcpy(path, L"\\\\?\\", 4);
        length += 4;
    }
    while (length && path[length - 1] != L'\\')
        length--;
    wcscpy(path + length, name);
    return path;
}

/* A program whose import table names a library that can't be loaded does not start. */
static void try(bool wide, const wchar_t *folder, const wchar_t *library)
{
    wchar_t program[MAX_PATH + 32];
    GetSystemWindowsDirectoryW(program, MAX_PATH);
    wcscat(wcscat(program, folder), L"\\cmd.exe");
    library_trial found = library_try(session, program);
    if (found.works || found.absent)
        return;
    observing_leave_out(session, wide);
    tell(library, (LONG)(found.error ? found.error : found.code));
}

bool observation_open(const wchar_t *file)
{
    const wchar_t *x64 = beside(L"x64\\ctnr.dll"), *x86 = beside(L"x86\\ctnr.dll");
    session = observing_open(&(observing_plan){beside(L"capture.exe"), x64, x86, 0});
    if (!session) {
        tell(L"session", (LONG)GetLastError());
        return false;
    }
    if (sizeof(void *) == 8) {
        try(true, L"\\System32", x64);
        try(false, L"\\SysWOW64", x86);
    } else {
        try(false, L"\\System32", x86); /* which is SysWOW64 where there is one */
    }
    drain_start(session, (drain_plan){.file = file, .limit = LIMIT});
    return true;
}

void observation_attach(const PROCESS_INFORMATION *started)
{
    wchar_t subject[16];
    HANDLE process = started->hProcess;
    NTSTATUS status = !session                             ? 0
                    : inject_needs_other_bitness(process) ? STATUS_NOT_SUPPORTED
                                                          : inject(process, started->hThread, &(errand){session, L"", 0});
    if (status >= 0)
        return;
    swprintf(subject, ARRAYSIZE(subject), L"%lu", started->dwProcessId);
    tell(subject, status);
}

void observation_close(void)
{
    drain_stop();
}
