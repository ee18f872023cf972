#include "drain.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>

/* How long lines may wait for company, and how long a writer may take to fill its slots before it counts as killed. */
enum { PAUSE = 20, PATIENCE = 3000 };
enum { LONGEST_LINE = 1 << 14, BUFFER = 1 << 18 };

static struct {
    drain_plan plan;
    session_header *session;
    session_ring *ring;
    HANDLE thread, stop, file;
    uint64_t size;         /* of the file */
    ULONGLONG stuck_since; /* 0 while slots come in their turn */
    size_t line_used, used;
    char line[LONGEST_LINE], buffer[BUFFER];
} drain;

static void open_file(DWORD how)
{
    LARGE_INTEGER size = {0};
    drain.file = CreateFileW(drain.plan.file, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                             how, FILE_ATTRIBUTE_NORMAL, NULL);
    if (drain.file != INVALID_HANDLE_VALUE)
        GetFileSizeEx(drain.file, &size);
    drain.size = (uint64_t)size.QuadPart;
}

static void begin_anew(void)
{
    CloseHandle(drain.file);
    drain.file = INVALID_HANDLE_VALUE;
    if (MoveFileExW(drain.plan.file, drain.plan.older, MOVEFILE_REPLACE_EXISTING))
        open_file(OPEN_ALWAYS);
}

static void write_out(void)
{
    DWORD written;
    if (drain.used && drain.size + drain.used > drain.plan.limit) {
        if (drain.plan.older && drain.file != INVALID_HANDLE_VALUE)
            begin_anew();
        else
            drain.used = 0;
    }
    if (drain.used && drain.file != INVALID_HANDLE_VALUE && WriteFile(drain.file, drain.buffer, (DWORD)drain.used, &written, NULL))
        drain.size += written;
    drain.used = 0;
}

static void take_line(void)
{
    if (drain.used + drain.line_used > BUFFER)
        write_out();
    memcpy(drain.buffer + drain.used, drain.line, drain.line_used);
    drain.used += drain.line_used;
    drain.line_used = 0;
}

static void take_slot(const ring_slot *slot)
{
    size_t length = slot->length <= RING_SLOT_BYTES ? slot->length : 0;
    if (drain.line_used + length > LONGEST_LINE)
        drain.line_used = 0;
    memcpy(drain.line + drain.line_used, slot->bytes, length);
    drain.line_used += length;
    if (!slot->more)
        take_line();
}

/* Whoever took the slot was ended before it was written: what there is of its line is no line. */
static bool give_up(void)
{
    ULONGLONG now = GetTickCount64();
    if (!drain.stuck_since)
        drain.stuck_since = now;
    if (now - drain.stuck_since < PATIENCE)
        return false;
    drain.line_used = 0;
    InterlockedIncrement((volatile LONG *)&drain.ring->lost);
    return true;
}

static void tell_lost(void)
{
    LONG lost = InterlockedExchange((volatile LONG *)&drain.ring->lost, 0);
    if (!lost)
        return;
    SYSTEMTIME now;
    GetSystemTime(&now);
    drain.line_used = (size_t)snprintf(drain.line, LONGEST_LINE,
                                       "{\"time\":\"%04u-%02u-%02uT%02u:%02u:%02u.%03uZ\",\"process\":%lu,\"event\":\"lines-lost\","
                                       "\"count\":%ld}\n",
                                       now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond, now.wMilliseconds,
                                       GetCurrentProcessId(), lost);
    take_line();
}

static void read_ring(void)
{
    session_ring *ring = drain.ring;
    while (ring->tail != ring->head) {
        const ring_slot *slot = &ring->slots[ring->tail % RING_SLOTS];
        if (slot->turn == ring->tail + 1)
            take_slot(slot);
        else if (!give_up())
            break;
        drain.stuck_since = 0;
        InterlockedIncrement((volatile LONG *)&ring->tail);
    }
    if (!drain.line_used)
        tell_lost();
    write_out();
}

static DWORD WINAPI work(void *unused)
{
    (void)unused;
    HANDLE turn = drain.plan.turn ? CreateMutexW(NULL, FALSE, drain.plan.turn) : NULL;
    HANDLE both[] = {drain.stop, turn};
    if (turn && WaitForMultipleObjects(2, both, FALSE, INFINITE) == WAIT_OBJECT_0)
        return 0;
    open_file(OPEN_ALWAYS);
    InterlockedExchange((volatile LONG *)&drain.ring->open, 1);
    InterlockedOr((volatile LONG *)&drain.session->flags, (LONG)drain.plan.flag);
    while (WaitForSingleObject(drain.stop, PAUSE) == WAIT_TIMEOUT)
        read_ring();
    InterlockedAnd((volatile LONG *)&drain.session->flags, ~(LONG)drain.plan.flag);
    InterlockedExchange((volatile LONG *)&drain.ring->open, 0);
    read_ring();
    CloseHandle(drain.file);
    if (turn)
        ReleaseMutex(turn);
    return 0;
}

void drain_start(const session_header *session, drain_plan plan)
{
    drain.plan = plan;
    drain.session = (session_header *)session;
    drain.ring = session_ring_of(session);
    drain.stop = CreateEventW(NULL, TRUE, FALSE, NULL);
    drain.thread = CreateThread(NULL, 0, work, NULL, 0, NULL);
    SetThreadPriority(drain.thread, THREAD_PRIORITY_ABOVE_NORMAL); /* or a busy writer fills the ring and waits */
}

void drain_stop(void)
{
    if (!drain.thread)
        return;
    SetEvent(drain.stop);
    WaitForSingleObject(drain.thread, INFINITE);
    CloseHandle(drain.thread);
    drain.thread = NULL;
}
