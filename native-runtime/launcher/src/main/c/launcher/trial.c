/* By effect: a program of Windows' own is started with the library in it, and what it tells comes through the ring. */
#include "trial.h"

#include "../common/observing.h"
#include "../runtime/inject.h"
#include "../session/ring.h"
#include "findings.h"

#include <string.h>

enum { EXPECTED = 7, PATIENCE = 30000 };

/* Runs it to its end; a Windows error or NTSTATUS when that can't be done, else 0. */
static DWORD run(const session_header *session, const wchar_t *program, DWORD *code)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    wchar_t *line = joined(L"\"", program, L"\" /d /c exit 7", NULL);
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, CREATE_SUSPENDED | CREATE_NO_WINDOW, NULL, NULL, &startup, &started))
        return GetLastError();
    NTSTATUS status = inject(started.hProcess, started.hThread, &(errand){session, L"", 0});
    if (status < 0)
        TerminateProcess(started.hProcess, 1);
    ResumeThread(started.hThread);
    DWORD waited = WaitForSingleObject(started.hProcess, PATIENCE);
    if (waited != WAIT_OBJECT_0)
        TerminateProcess(started.hProcess, 1);
    GetExitCodeProcess(started.hProcess, code);
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
    return status < 0 ? (DWORD)status : waited == WAIT_OBJECT_0 ? 0 : ERROR_TIMEOUT;
}

static const char *find(const ring_slot *slot, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= slot->length; i++)
        if (!memcmp(slot->bytes + i, text, length))
            return slot->bytes + i + length;
    return NULL;
}

/* What was told since the last look: whether the library began, and the first function that it does not know. */
static void hear(session_ring *ring, bool *began, char function[64])
{
    *began = false;
    *function = 0;
    for (; ring->tail != ring->head; ring->tail++) {
        const ring_slot *slot = &ring->slots[ring->tail % RING_SLOTS];
        const char *subject = find(slot, "\"event\":\"unknown-stub\",\"subject\":\"");
        *began |= find(slot, "\"event\":\"process-start\"") != NULL;
        for (size_t i = 0; subject && !*function && i < 63 && subject[i] != '"'; i++)
            function[i] = subject[i], function[i + 1] = 0;
    }
}

static void try(const session_header *session, const char *topic, const wchar_t *program, const wchar_t *bits)
{
    DWORD code = 0, error = run(session, program, &code);
    bool began;
    char function[64];
    hear(session_ring_of(session), &began, function);
    if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND)
        finding_add(FINDING_DEGRADED, topic, L"this Windows runs no %ls programs", bits);
    else if (error)
        finding_add(FINDING_MISSING, topic, L"the hook library can't be brought into %ls programs (error %08lx)", bits, error);
    else if (!began || code != EXPECTED)
        finding_add(FINDING_MISSING, topic, L"the hook library does not work in %ls programs (exit code %08lx)", bits, code);
    else if (*function)
        finding_add(FINDING_MISSING, topic, L"%hs of %ls programs is not as it is known to be: another program may have changed"
                                            L" it, or this Windows is newer than the runtime", function, bits);
    else
        finding_add(FINDING_GOOD, topic, L"a %ls program started with the hook library in it, and every function is as known", bits);
}

void trial_of_injection(const machine *here)
{
    const session_header *session = observing_open(&(observing_plan){
        joined(here->home, L"\\bin\\launcher.exe", NULL), joined(here->home, L"\\bin\\runtime\\x64\\ctnr.dll", NULL),
        joined(here->home, L"\\bin\\runtime\\x86\\ctnr.dll", NULL), SESSION_PROBE});
    if (!session) {
        finding_add(FINDING_MISSING, "shared memory", L"a section that processes share can't be made (Windows error %lu)",
                    GetLastError());
        return;
    }
    finding_add(FINDING_GOOD, "shared memory", L"processes share a section of %u MB", SESSION_SIZE >> 20);
    session_ring_of(session)->open = 1;
    try(session, "64-bit programs", joined(here->windows, L"\\System32\\cmd.exe", NULL), L"64-bit");
    try(session, "32-bit programs", joined(here->windows, L"\\SysWOW64\\cmd.exe", NULL), L"32-bit");
}
