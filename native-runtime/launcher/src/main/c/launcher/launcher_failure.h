#pragma once

/* What the launcher itself ends with; any other code is the application's. */
enum {
    EXIT_LAUNCHER_USE = 210,  /* used wrongly */
    EXIT_CONFIG = 211,        /* config.yml is missing or can't be followed */
    EXIT_RUNTIME = 212,       /* the hook libraries are missing, or this Windows is not one they know */
    EXIT_NOT_STARTED = 213    /* the program is not there, or Windows would not start it */
};

/* The code of the failures from here on. */
void failure_code(int exit_code);
