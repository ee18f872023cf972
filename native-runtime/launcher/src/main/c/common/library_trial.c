#include "library_trial.h"

#include "../runtime/inject.h"
#include "../session/ring.h"
#include "process_start.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { EXPECTED = 7, PATIENCE = 30000, LONGEST = MAX_PATH + 32 };

/* Runs it to its end; a Windows error or NTSTATUS when that can't be done, else 0. */
static DWORD run(const session_header *session, const wchar_t *program, DWORD *code)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    wchar_t line[LONGEST];
    swprintf(line, LONGEST, L"\"%ls\" /d /c exit %d", program, EXPECTED);
    UINT mode = SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX); /* inherited: nobody is asked anything */
    bool made = process_start(line, false, CREATE_SUSPENDED | CREATE_NO_WINDOW, NULL, &startup, &started);
    DWORD error = GetLastError();
    SetErrorMode(mode);
    if (!made)
        return error;
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

/* What was told: whether the library began, and the first function that it does not know. */
static bool hear(session_ring *ring, char function[64])
{
    bool began = false;
    for (; ring->tail != ring->head; ring->tail++) {
        const ring_slot *slot = &ring->slots[ring->tail % RING_SLOTS];
        const char *subject = find(slot, "\"event\":\"unknown-stub\",\"subject\":\"");
        began |= find(slot, "\"event\":\"process-start\"") != NULL;
        for (size_t i = 0; subject && !*function && i < 63 && subject[i] != '"'; i++)
            function[i] = subject[i], function[i + 1] = 0;
    }
    return began;
}

library_trial library_try(const session_header *session, const wchar_t *program)
{
    library_trial found = {0};
    session_ring *ring = session_ring_of(session);
    ring->open = 1;
    found.error = run(session, program, &found.code);
    ring->open = 0;
    bool began = hear(ring, found.unknown);
    found.absent = found.error == ERROR_FILE_NOT_FOUND || found.error == ERROR_PATH_NOT_FOUND;
    found.works = !found.error && began && found.code == EXPECTED;
    return found;
}
