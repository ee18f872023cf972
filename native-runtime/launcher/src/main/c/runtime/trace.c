#include "trace.h"

#include "hook.h"
#include "json_line.h"

static HANDLE file;

static void write(json_line *line)
{
    json_end(line);
    if (!file) {
        scratch memory;
        scratch_begin(&memory);
        object log;
        IO_STATUS_BLOCK io;
        HANDLE opened;
        object_at(&log, NULL, name_to_nt(&memory, session_at(session->log)));
        NTSTATUS status = real.NtCreateFile(&opened, FILE_APPEND_DATA | SYNCHRONIZE, &log.attributes, &io, NULL,
                                            FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                            FILE_OPEN_IF, FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
        scratch_release(&memory);
        if (status < 0)
            return;
        if (InterlockedCompareExchangePointer(&file, opened, NULL))
            real.NtClose(opened);
    }
    IO_STATUS_BLOCK io;
    LARGE_INTEGER end = {.LowPart = 0xffffffff, .HighPart = -1}; /* FILE_WRITE_TO_END_OF_FILE */
    NtWriteFile(file, NULL, NULL, NULL, &io, line->bytes, (ULONG)line->length, &end, NULL);
}

static void begin(json_line *line, const char *operation)
{
    LARGE_INTEGER now;
    NtQuerySystemTime(&now);
    json_begin(line);
    json_time(line, "time", now);
    json_number(line, "process", process_id());
    json_ascii(line, "event", operation);
}

void trace_file(const char *operation, const name *path, layer layer, access_mode mode, NTSTATUS status)
{
    static const char *const LAYERS[] = {"none", "container", "host"};
    static const char *const MODES[] = {"merged", "isolated", "host"};
    if (!(session->flags & SESSION_TRACE))
        return;
    json_line line;
    begin(&line, operation);
    json_text(&line, "path", path->view);
    json_ascii(&line, "layer", LAYERS[layer]);
    json_ascii(&line, "mode", MODES[mode]);
    json_status(&line, status);
    write(&line);
}

void trace_process(text image, ULONG_PTR process, NTSTATUS status)
{
    if (!(session->flags & SESSION_TRACE))
        return;
    json_line line;
    begin(&line, "process");
    json_text(&line, "path", image);
    json_number(&line, "child", process);
    json_status(&line, status);
    write(&line);
}

void trace_service(const char *operation, text name)
{
    if (!(session->flags & SESSION_TRACE))
        return;
    json_line line;
    begin(&line, operation);
    json_text(&line, "service", name);
    write(&line);
}

void event(const char *code, text subject, NTSTATUS status)
{
    json_line line;
    begin(&line, code);
    json_text(&line, "subject", subject);
    json_status(&line, status);
    write(&line);
}
