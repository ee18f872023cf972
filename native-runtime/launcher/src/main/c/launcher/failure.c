/* How the launcher says what it can't do. Its exit codes are far from those that applications use; docs/runtime.md lists them. */
#include "launcher_failure.h"

#include "../failure.h"
#include "../utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { LONGEST = 2048 };

static int code = EXIT_NOT_STARTED;
static void (*listener_of_failures)(DWORD error, const wchar_t *sentence);

void failure_listen(void (*listener)(DWORD error, const wchar_t *sentence))
{
    listener_of_failures = listener;
}

void failure_code(int exit_code)
{
    code = exit_code;
}

void failure_say(const wchar_t *sentence)
{
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
