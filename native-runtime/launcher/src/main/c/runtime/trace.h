/* Events: JSON lines in logs\events.log, one write each, so that processes do not mix their lines. */
#pragma once

#include "layer.h"

/* What happened to a file; nothing unless the session traces. */
void trace_file(const char *operation, const name *path, layer layer, access_mode mode, NTSTATUS status);
/* The same for a process that was started, with its id. */
void trace_process(text image, ULONG_PTR process, NTSTATUS status);
void trace_service(const char *operation, text name);
/* What a person must know, tracing or not: code is stable, subject says what it is about. */
void event(const char *code, text subject, NTSTATUS status);
