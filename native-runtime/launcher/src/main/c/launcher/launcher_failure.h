#pragma once

#include <wchar.h>

/* What the launcher itself ends with; any other code is the application's. */
enum {
    EXIT_LAUNCHER_USE = 210,  /* used wrongly */
    EXIT_CONFIG = 211,        /* config.yml is missing or can't be followed */
    EXIT_RUNTIME = 212,       /* the hook libraries are missing, or this Windows is not one they know */
    EXIT_NOT_STARTED = 213,   /* the program is not there, or Windows would not start it */
    EXIT_REGISTRY = 214       /* a hive is damaged, or can't be written back */
};

/* The code of the failures from here on. */
void failure_code(int exit_code);

/* Says a sentence as failures are said, and goes on. */
void failure_say(const wchar_t *sentence);
