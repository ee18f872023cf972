#pragma once

#include <wchar.h>

/* What the launcher itself ends with; any other code is the application's. */
enum {
    EXIT_LAUNCHER_USE = 210,  /* used wrongly */
    EXIT_CONFIG = 211,        /* config.yml is missing or can't be followed */
    EXIT_RUNTIME = 212,       /* the hook libraries are missing, or this Windows is not one they know */
    EXIT_NOT_STARTED = 213,   /* the program is not there, or Windows would not start it */
    EXIT_REGISTRY = 214,      /* a hive is damaged, or can't be written back */
    EXIT_ALTERED = 215,       /* a file of the runtime is missing, or is not the one that the container was built with */
    EXIT_READ_ONLY = 216,     /* the container's disk can't be written to */
    EXIT_OTHER_VERSION = 217, /* the container is running with another version of the runtime */
    EXIT_BITNESS = 218,       /* the program is made for another kind of processor or Windows */
    EXIT_PROVIDER = 219       /* config.yml asks for a provider that is not available here */
};

/* The code of the failures from here on. */
void failure_code(int exit_code);

/* Where failures are told from here on, besides to the person: the container's logs\\events.log. */
void failure_log(const wchar_t *file);

/* Says a sentence as failures are said, and goes on. */
void failure_say(const wchar_t *sentence);
