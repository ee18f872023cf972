/*
 * Brings the hook library into a process that has not run yet, so that its hooks are there before any code of the program
 * runs. It becomes the first entry of the program's import table (inject_imports.c); a program of code for .NET alone, of
 * which Windows reads no import table, loads it in the first call of its first thread (inject_call.c).
 */
#pragma once

#include "../session/session.h"
#include "nt.h"
#include "program.h"

enum { INJECTION_MAGIC = 0x4e4a4943, INJECTION_VERSION = 1 };

/* What the library must know; lies in the new process, the same for both bitnesses. */
typedef struct {
    uint32_t magic, version, size;
    IMAGE_DATA_DIRECTORY imports, bound, addresses; /* as the program has them */
    wchar_t session[SESSION_NAME_LENGTH * 2];
    uint32_t directory_length; /* in characters, without the NUL */
    wchar_t directory[];       /* where the program is to start, as a path of the view; may be empty */
} injection;

/* Stands directly before the new import table. */
typedef struct {
    uint32_t magic, distance; /* back to the injection, from the table's start */
} injection_tail;

/* What is to come into a process. */
typedef struct {
    const session_header *session;
    const wchar_t *directory; /* a path of the view; may be empty */
    size_t directory_length;
} errand;

/* Whether only a 64-bit process can do it: this one is 32-bit, and the other is not. */
bool inject_needs_other_bitness(HANDLE process);
/* thread is the process's first, with the right to set its context. STATUS_UNMAPPABLE_CHARACTER when the path of the
 * library can't be written in an import table, STATUS_DLL_NOT_FOUND when the session has none for the program's bitness. */
NTSTATUS inject(HANDLE process, HANDLE thread, const errand *what);

/* The two ways. */
NTSTATUS inject_imports(const program *of, const errand *what);
NTSTATUS inject_call(const program *of, HANDLE thread, const errand *what);

static inline size_t injection_size(const errand *what)
{
    return sizeof(injection) + (what->directory_length + 1) * sizeof(wchar_t);
}

/* Fills a record of that size, all of which is 0. */
void injection_write(injection *record, const program *of, const errand *what);

static inline session_text injection_library(const program *of, const session_header *session)
{
    return of->wide ? session->library_x64 : session->library_x86;
}
