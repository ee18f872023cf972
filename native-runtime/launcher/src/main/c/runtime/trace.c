#include "trace.h"

#include "hook.h"
#include "ring.h"

static const char *const LAYERS[] = {"none", "container", "host"};
static const char *const MODES[] = {"merged", "isolated", "host"};

bool trace_is_on(void)
{
    return session->flags & SESSION_TRACE;
}

/* The file is opened for each line: it may have been given another name since the last. */
static void write(const json_line *line)
{
    scratch memory;
    object log;
    IO_STATUS_BLOCK io;
    HANDLE file;
    LARGE_INTEGER end = {.LowPart = 0xffffffff, .HighPart = -1}; /* FILE_WRITE_TO_END_OF_FILE */
    scratch_begin(&memory);
    object_at(&log, NULL, name_to_nt(&memory, session_at(session->log)));
    if (real.NtCreateFile(&file, FILE_APPEND_DATA | SYNCHRONIZE, &log.attributes, &io, NULL, FILE_ATTRIBUTE_NORMAL,
                          FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN_IF,
                          FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0) >= 0) {
        NtWriteFile(file, NULL, NULL, NULL, &io, line->bytes, (ULONG)line->length, &end, NULL);
        real.NtClose(file);
    }
    scratch_release(&memory);
}

void trace_begin(json_line *line, const char *operation)
{
    LARGE_INTEGER now;
    NtQuerySystemTime(&now);
    json_begin(line);
    json_time(line, "time", now);
    json_number(line, "process", process_id());
    json_number(line, "thread", thread_id());
    json_ascii(line, "event", operation);
}

void trace_finish(json_line *line)
{
    json_end(line);
    if (!ring_put(session_ring_of(session), line->bytes, line->length) && !(session->flags & SESSION_OBSERVE))
        write(line);
}

static void begin(json_line *line, const char *api, const char *operation)
{
    trace_begin(line, operation);
    if (api)
        json_ascii(line, "api", api);
}

static void decided(json_line *line, text rule, access_mode mode, NTSTATUS status)
{
    json_ascii(line, "mode", MODES[mode]);
    json_status(line, status);
    if (rule.length)
        json_text(line, "rule", rule);
}

void trace_file(const char *api, const char *operation, const name *path, layer layer, access_mode mode, NTSTATUS status)
{
    if (!trace_is_on())
        return;
    json_line line;
    begin(&line, api, operation);
    json_text(&line, "path", path->view);
    json_ascii(&line, "layer", LAYERS[layer]);
    decided(&line, view_rule(path->view), mode, status);
    if (layer == LAYER_CONTAINER) {
        scratch memory;
        size_t mapped;
        scratch_begin(&memory);
        json_text(&line, "at", view_to_container(&memory, path->view, &mapped));
        scratch_release(&memory);
    }
    trace_finish(&line);
}

void trace_opened(const char *api, const char *operation, const place *at, layer before, HANDLE file, NTSTATUS status)
{
    if (!trace_is_on())
        return;
    scratch memory;
    name where;
    json_line line;
    bool in_container;
    scratch_begin(&memory);
    bool known = status >= 0 && name_of_handle(&memory, file, &where, &in_container);
    begin(&line, api, operation);
    json_text(&line, "path", at->name.view);
    json_ascii(&line, "layer", LAYERS[before]);
    decided(&line, view_rule(at->name.view), at->mode, status);
    if (known && in_container)
        json_text(&line, "at", at->container);
    else if (known)
        json_text(&line, "at", where.view);
    scratch_release(&memory);
    trace_finish(&line);
}

void trace_passed(const char *api, const char *operation, const OBJECT_ATTRIBUTES *attributes, NTSTATUS status)
{
    if (!trace_is_on() || !attributes || !attributes->ObjectName || !attributes->ObjectName->Length)
        return;
    json_line line;
    begin(&line, api, operation);
    json_text(&line, "path", text_of(*attributes->ObjectName));
    json_ascii(&line, "layer", LAYERS[LAYER_HOST]);
    json_ascii(&line, "mode", "passed");
    json_status(&line, status);
    trace_finish(&line);
}

void trace_key(const char *api, const char *operation, text path, key_layer layer, access_mode mode, NTSTATUS status)
{
    if (!trace_is_on())
        return;
    json_line line;
    begin(&line, api, operation);
    json_text(&line, "key", path);
    json_ascii(&line, "layer", LAYERS[layer]);
    decided(&line, key_rule(path), mode, status);
    trace_finish(&line);
}

void trace_process(const char *api, text image, ULONG_PTR process, NTSTATUS status)
{
    if (!trace_is_on())
        return;
    json_line line;
    begin(&line, api, "process");
    json_text(&line, "path", image);
    json_number(&line, "child", process);
    json_status(&line, status);
    trace_finish(&line);
}

void trace_self(void)
{
    if (!(session->flags & (SESSION_TRACE | SESSION_OBSERVE)))
        return;
    const process_parameters *parameters = (process_parameters *)RtlGetCurrentPeb()->ProcessParameters;
    PROCESS_BASIC_INFORMATION basic = {0};
    json_line line;
    NtQueryInformationProcess(this_process(), ProcessBasicInformation, &basic, sizeof basic, NULL);
    trace_begin(&line, "process-start");
    json_number(&line, "parent", basic.InheritedFromUniqueProcessId);
    json_number(&line, "bits", sizeof(void *) * 8);
    json_text(&line, "path", text_of(parameters->ImagePathName));
    json_text(&line, "command", text_of(parameters->CommandLine));
    trace_finish(&line);
}

void trace_end(bool known, NTSTATUS code)
{
    if (!(session->flags & (SESSION_TRACE | SESSION_OBSERVE)))
        return;
    json_line line;
    trace_begin(&line, "process-end");
    if (known)
        json_number(&line, "code", (ULONG)code);
    trace_finish(&line);
}

void trace_service(const char *api, const char *operation, text name)
{
    if (!trace_is_on())
        return;
    json_line line;
    begin(&line, api, operation);
    json_text(&line, "service", name);
    trace_finish(&line);
}

void event(const char *code, text subject, NTSTATUS status)
{
    json_line line;
    trace_begin(&line, code);
    json_text(&line, "subject", subject);
    json_status(&line, status);
    trace_finish(&line);
}
