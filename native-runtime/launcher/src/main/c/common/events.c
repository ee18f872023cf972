/* One log in a process: a run has one, and a failure anywhere has to reach it. */
#include "events.h"

#include "failure.h"

static output out;
static json line;
static LARGE_INTEGER started;
static bool in_event;

static void on_failure(DWORD error, const wchar_t *sentence)
{
    if (in_event)
        return; /* the log itself is what failed */
    json *event = events_begin("error");
    json_number(event, "code", error);
    json_text(event, "message", sentence);
    events_end();
    events_close();
}

void events_open(const wchar_t *file)
{
    QueryPerformanceCounter(&started);
    output_open(&out, file);
    failure_listen(on_failure);
}

uint64_t events_now(void)
{
    LARGE_INTEGER now, second;
    QueryPerformanceCounter(&now);
    QueryPerformanceFrequency(&second);
    return (uint64_t)((now.QuadPart - started.QuadPart) * 1000 / second.QuadPart);
}

json *events_begin(const char *event)
{
    in_event = true;
    json_open(&line, &out);
    wchar_t name[32];
    size_t length = 0;
    while (event[length] && length < ARRAYSIZE(name))
        name[length] = (wchar_t)event[length], length++;
    json_units(&line, "event", name, length);
    json_number(&line, "time", events_now());
    return &line;
}

void events_end(void)
{
    json_close(&line);
    output_flush(&out);
    in_event = false;
}

void events_close(void)
{
    output_close(&out);
}
