/*
 * The program's own arguments, read from the command line that Windows gave, so that what follows "--" can be handed on
 * as it was written: splitting it and joining it again would change its quotes.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

typedef struct arguments {
    const wchar_t *rest; /* what has not been read yet */
    wchar_t *last;       /* the argument read last */
} arguments;

/* Starts at the first argument after the program's name. */
arguments arguments_of(const wchar_t *command_line);

/* The next argument with its quotes resolved, to be kept or dropped as one likes; NULL after the last one. */
const wchar_t *arguments_next(arguments *args);

/* The value that must follow the option read last. */
const wchar_t *arguments_value(arguments *args);

/* The same, as whole seconds from 0 to ten days; returned in milliseconds. */
unsigned long arguments_seconds(arguments *args);

/* Everything that follows the argument read last, as it was written. */
const wchar_t *arguments_rest(const arguments *args);
