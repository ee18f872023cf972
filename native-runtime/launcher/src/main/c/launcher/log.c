#include "log.h"

#include "../common/json.h"
#include "../store/files.h"

#include <stdio.h>
#include <windows.h>

static void put_time(json *line)
{
    SYSTEMTIME now;
    wchar_t text[40];
    GetSystemTime(&now);
    swprintf(text, 40, L"%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond,
             now.wMilliseconds);
    json_text(line, "time", text);
}

void log_event(const wchar_t *log, const char *event, const wchar_t *subject, const wchar_t *message)
{
    static output out;
    json line;
    wchar_t name[64];
    file_make_folders(log);
    out.name = log;
    out.used = 0;
    out.file = CreateFileW(log, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS, 0, NULL);
    if (out.file == INVALID_HANDLE_VALUE)
        return;
    swprintf(name, 64, L"%hs", event);
    json_open(&line, &out);
    put_time(&line);
    json_number(&line, "process", GetCurrentProcessId());
    json_text(&line, "event", name);
    json_text(&line, "subject", subject);
    json_text(&line, "message", message);
    json_close(&line);
    output_flush(&out);
    CloseHandle(out.file);
}
