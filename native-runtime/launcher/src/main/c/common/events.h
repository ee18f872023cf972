/* The event log of a run: JSON lines, each handed to the system as soon as it is whole, so that it can be followed. */
#pragma once
#include "json.h"

/* Opens the log and starts the clock; failures are logged from now on. */
void events_open(const wchar_t *file);

/* Starts an event with its name and the time since the log was opened; events_close ends it. */
json *events_begin(const char *event);
void events_end(void);

/* Milliseconds since the log was opened. */
uint64_t events_now(void);

void events_close(void);
