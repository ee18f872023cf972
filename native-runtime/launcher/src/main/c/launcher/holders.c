#include "holders.h"

#include <windows.h>

static session_holder *places(const session_header *session)
{
    return (session_holder *)((char *)session + session->holders);
}

static uint64_t creation(HANDLE process)
{
    FILETIME created = {0}, ended, kernel, user;
    GetProcessTimes(process, &created, &ended, &kernel, &user);
    return created.dwLowDateTime | (uint64_t)created.dwHighDateTime << 32;
}

/* A launcher that was ended leaves its place taken; its id may be another process's by now, which the time tells. */
static bool is_there(const session_holder *holder)
{
    HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, holder->process);
    if (!process)
        return false;
    bool there = creation(process) == holder->created && WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return there;
}

bool holders_others(const session_header *session)
{
    session_holder *holder = places(session);
    bool others = false;
    for (int i = 0; i < SESSION_HOLDERS; i++)
        if (holder[i].process && holder[i].process != GetCurrentProcessId()) {
            if (is_there(&holder[i]))
                others = true;
            else
                holder[i].process = 0;
        }
    return others;
}

bool holders_enter(const session_header *session)
{
    session_holder *holder = places(session);
    for (int i = 0; i < SESSION_HOLDERS; i++)
        if (!holder[i].process) {
            holder[i].created = creation(GetCurrentProcess());
            holder[i].process = GetCurrentProcessId();
            return true;
        }
    return false;
}

void holders_leave(const session_header *session)
{
    session_holder *holder = places(session);
    for (int i = 0; i < SESSION_HOLDERS; i++)
        if (holder[i].process == GetCurrentProcessId())
            holder[i].process = 0;
}
