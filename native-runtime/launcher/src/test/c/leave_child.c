/*
 * Starts a child and ends at once with code 7. The child lives until its event is set: "wait NAME" waits for it, "tell
 * NAME" sets it 300 ms later, so that the child outlives its parent by a known time. "away NAME" starts the child outside
 * of the job.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static HANDLE event(const char *name)
{
    return CreateEventA(NULL, TRUE, FALSE, name);
}

static void start(const char *program, const char *what, const char *name, DWORD flags)
{
    char command[1024];
    snprintf(command, sizeof command, "\"%s\" %s %s", program, what, name);
    STARTUPINFOA startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    if (!CreateProcessA(NULL, command, NULL, NULL, FALSE, flags, NULL, NULL, &startup, &started))
        ExitProcess(GetLastError());
}

int main(int count, char **arguments)
{
    char program[MAX_PATH];
    GetModuleFileNameA(NULL, program, sizeof program);
    if (count < 3)
        return 2;
    const char *what = arguments[1], *name = arguments[2];
    if (!strcmp(what, "child")) {
        WaitForSingleObject(event(name), INFINITE);
        return 3;
    }
    if (!strcmp(what, "teller")) {
        Sleep(300);
        SetEvent(event(name));
        return 4;
    }
    start(program, "child", name, !strcmp(what, "away") ? CREATE_BREAKAWAY_FROM_JOB : 0);
    if (strcmp(what, "wait"))
        start(program, "teller", name, 0);
    return 7;
}
