/*
 * Events: JSON lines in logs\events.log (docs/runtime.md lists them). While somebody reads the session's ring they go
 * through that; otherwise each is one write, so that processes do not mix their lines.
 */
#pragma once

#include "json_line.h"
#include "key_layer.h"
#include "layer.h"

/* Of a hook: the name of the function that the application called. */
#define THIS_API (&__func__[sizeof "hook_" - 1])

bool trace_is_on(void);
/* What happened to a file; nothing unless the session traces. No api: the runtime did it of itself. */
void trace_file(const char *api, const char *operation, const name *path, layer layer, access_mode mode, NTSTATUS status);
/* The same for one that was opened or created, and so can be asked where it is. */
void trace_opened(const char *api, const char *operation, const place *at, layer before, HANDLE file, NTSTATUS status);
/* A call that the runtime leaves alone: a pipe, a device, a share. */
void trace_passed(const char *api, const char *operation, const OBJECT_ATTRIBUTES *attributes, NTSTATUS status);
/* A process that was started, with its id. */
void trace_process(const char *api, text image, ULONG_PTR process, NTSTATUS status);
/* This process: what it is, and who started it; and its end, with its code when that is known. */
void trace_self(void);
void trace_end(bool known, NTSTATUS code);
/* The same for a key, in which layer it is or was changed. */
void trace_key(const char *api, const char *operation, text path, key_layer layer, access_mode mode, NTSTATUS status);
void trace_service(const char *api, const char *operation, text name);
/* What a person must know, tracing or not: code is stable, subject says what it is about. */
void event(const char *code, text subject, NTSTATUS status);

/* A line of any other kind: begin it, add members, end it. */
void trace_begin(json_line *line, const char *operation);
void trace_finish(json_line *line);
