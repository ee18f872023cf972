/* How the launcher says what it can't do. Its exit codes are far from those that applications use; docs/runtime.md lists them. */
#include "launcher_failure.h"

#include "../common/failure.h"
#include "../common/utf8.h"
#include "log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { LONGEST = 2048 };

static int code = EXIT_NOT_STARTED;
static const wchar_t *log_of_failures;
static void (*listener_of_failures)(DWORD error, const wchar_t *sentence);

void failure_listen(void (*listener)(DWORD error, const wchar_t *sentence))
{
    listener_of_failures = listener;
}

void failure_log(const wchar_t *file)
{
    log_of_failures = file;
}

static void tell_log(const wchar_t *sentence)
{
    wchar_t number[16];
    const wchar_t *file = log_of_failures;
    log_of_failures = NULL; /* or a log that can't be written would tell itself so */
    swprintf(number, ARRAYSIZE(number), L"%d", code);
    if (file)
        log_event(file, "refused", number, sentence);
}

void failure_code(int exit_code)
{
    code = exit_code;
}

/* Started by a double click the program has a console of its own, which is gone before anybody has read it. */
static bool nobody_reads(void)
{
    DWORD processes[2];
    HANDLE where = GetStdHandle(STD_ERROR_HANDLE);
    if (!where || where == INVALID_HANDLE_VALUE)
        return true;
    HWND window = GetConsoleWindow();
    return GetFileType(where) == FILE_TYPE_CHAR && window && IsWindowVisible(window)
        && GetConsoleProcessList(processes, ARRAYSIZE(processes)) == 1;
}

void failure_say(const wchar_t *sentence)
{
    if (nobody_reads())
        MessageBoxW(NULL, sentence, L"This application can't be started", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
    static char bytes[LONGEST * UTF8_PER_UNIT];
    size_t length = utf8_from_utf16(bytes, sentence, wcslen(sentence));
    fprintf(stderr, "launcher: %.*s\n", (int)length, bytes);
    fflush(stderr);
}

_Noreturn void fail(DWORD error, const wchar_t *format, ...)
{
    wchar_t sentence[LONGEST] = L"";
    va_list values;
    va_start(values, format);
    vswprintf(sentence, LONGEST - 64, format, values);
    va_end(values);
    if (error) {
        size_t used = wcslen(sentence);
        swprintf(sentence + used, LONGEST - used, L" (Windows error %lu)", error);
    }
    tell_log(sentence);
    failure_say(sentence);
    if (listener_of_failures)
        listener_of_failures(error, sentence);
    exit(code);
}

_Noreturn void fail_use(const wchar_t *format, ...)
{
    wchar_t sentence[LONGEST] = L"";
    va_list values;
    va_start(values, format);
    vswprintf(sentence, LONGEST - 1, format, values);
    va_end(values);
    failure_say(sentence);
    fputs("Try: launcher.exe --help\n", stderr);
    exit(EXIT_LAUNCHER_USE);
}
