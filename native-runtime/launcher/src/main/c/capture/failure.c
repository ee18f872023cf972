/* The sentence is UTF-8 on stderr: what reads it is a Java process, which does not know the console's code page. */
#include "../common/failure.h"

#include "../common/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { LONGEST = 2048 };

static void (*told)(DWORD error, const wchar_t *sentence);

void failure_listen(void (*listener)(DWORD error, const wchar_t *sentence))
{
    told = listener;
}

static void say(const wchar_t *sentence)
{
    char bytes[LONGEST * UTF8_PER_UNIT];
    size_t length = utf8_from_utf16(bytes, sentence, wcslen(sentence));
    fprintf(stderr, "capture: %.*s\n", (int)length, bytes);
}

/* Appends the system's words for an error, without their line end. */
static void explain(wchar_t *sentence, DWORD error)
{
    size_t used = wcslen(sentence);
    swprintf(sentence + used, LONGEST - used, L" (Windows error %lu", error);
    used = wcslen(sentence);
    wchar_t words[512];
    DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL, error, 0, words,
                                  ARRAYSIZE(words), NULL);
    while (length && (words[length - 1] <= L' ' || words[length - 1] == L'.'))
        words[--length] = 0;
    swprintf(sentence + used, LONGEST - used, length ? L": %ls)" : L")", words);
}

_Noreturn void fail(DWORD error, const wchar_t *format, ...)
{
    wchar_t sentence[LONGEST] = L"";
    va_list values;
    va_start(values, format);
    vswprintf(sentence, LONGEST - 600, format, values);
    va_end(values);
    sentence[LONGEST - 600] = 0;
    if (error)
        explain(sentence, error);
    say(sentence);
    void (*listener)(DWORD, const wchar_t *) = told;
    told = NULL; /* what the listener does may fail as well */
    if (listener)
        listener(error, sentence);
    exit(EXIT_FAILED);
}

_Noreturn void fail_use(const wchar_t *format, ...)
{
    wchar_t sentence[LONGEST] = L"";
    va_list values;
    va_start(values, format);
    vswprintf(sentence, LONGEST - 1, format, values);
    va_end(values);
    say(sentence);
    fputs("Try: capture.exe --help\n", stderr);
    exit(EXIT_WRONG_USE);
}
