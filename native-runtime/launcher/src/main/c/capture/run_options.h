/* The arguments of `capture.exe run`. */
#pragma once
#include "../common/arguments.h"

typedef struct run_options {
    const wchar_t *events, *folder, *out, *err, *observe;
    wchar_t *command;                    /* writable, as CreateProcess wants it */
    unsigned long timeout, grace, idle, give_up; /* milliseconds; 0 is no timeout, no giving up */
    bool keep;
} run_options;

/* Reads them all; ends the program with a word when they make no sense. */
run_options run_options_read(arguments *args);
