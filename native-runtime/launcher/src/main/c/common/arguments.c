/* Quotes and back slashes as Microsoft's C runtime reads them (learn.microsoft.com, "Parsing C command-line arguments"). */
#include "arguments.h"

#include "failure.h"
#include "memory.h"

#include <stdlib.h>

static bool is_blank(wchar_t unit)
{
    return unit == L' ' || unit == L'\t';
}

static const wchar_t *skip_blanks(const wchar_t *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

arguments arguments_of(const wchar_t *command_line)
{
    const wchar_t *at = command_line;
    bool quoted = false; /* in the program's name a back slash means itself */
    while (*at && (quoted || !is_blank(*at)))
        if (*at++ == L'"')
            quoted = !quoted;
    return (arguments){.rest = skip_blanks(at)};
}

const wchar_t *arguments_next(arguments *args)
{
    const wchar_t *at = args->rest;
    if (!*at)
        return NULL;
    wchar_t *text = memory_get((wcslen(at) + 1) * sizeof *text);
    size_t length = 0;
    bool quoted = false;
    while (*at && (quoted || !is_blank(*at))) {
        size_t slashes = 0;
        while (*at == L'\\')
            slashes++, at++;
        size_t kept = *at == L'"' ? slashes / 2 : slashes;
        while (kept--)
            text[length++] = L'\\';
        if (*at == L'"' && slashes % 2)
            text[length++] = *at++;
        else if (*at == L'"' && quoted && at[1] == L'"')
            text[length++] = L'"', at += 2;
        else if (*at == L'"')
            quoted = !quoted, at++;
        else if (*at && (quoted || !is_blank(*at)))
            text[length++] = *at++;
    }
    text[length] = 0;
    args->rest = skip_blanks(at);
    args->last = text;
    return text;
}

const wchar_t *arguments_value(arguments *args)
{
    const wchar_t *option = args->last;
    const wchar_t *value = arguments_next(args);
    if (!value)
        fail_use(L"%ls needs a value after it", option);
    return value;
}

unsigned long arguments_seconds(arguments *args)
{
    const wchar_t *option = args->last;
    const wchar_t *value = arguments_value(args);
    wchar_t *end = NULL;
    unsigned long seconds = wcstoul(value, &end, 10);
    if (*value < L'0' || *value > L'9' || *end || seconds > 864000)
        fail_use(L"%ls needs whole seconds from 0 to 864000, not '%ls'", option, value);
    return seconds * 1000;
}

const wchar_t *arguments_rest(const arguments *args)
{
    return args->rest;
}
