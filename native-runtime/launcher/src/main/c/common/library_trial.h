/* Whether the hook library works here, by effect: a program of Windows' own is started with the library in it. */
#pragma once

#include "../session/session.h"

#include <stdbool.h>
#include <windows.h>

typedef struct {
    bool absent;      /* this Windows has no such program, and so runs none of its kind */
    bool works;       /* the library began in it, and the program did what it was told to */
    DWORD error;      /* why it could not be started with the library or did not end, Windows' or an NTSTATUS; else 0 */
    DWORD code;       /* its exit code */
    char unknown[64]; /* the first function that the library does not know; empty when it knows all */
} library_trial;

/* program is the cmd.exe of one bitness. Nobody else may use the session meanwhile, which is observed or probed. */
library_trial library_try(const session_header *session, const wchar_t *program);
