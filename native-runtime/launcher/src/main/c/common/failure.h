/* How the program ends when it can't do its work: one sentence on stderr, one event where there is an event log. */
#pragma once
#include <windows.h>

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_WRONG_USE = 2 };

/*
 * Says what could not be done and ends with EXIT_FAILED. A Windows error code other than 0 adds the system's own words.
 * The format is swprintf's; a wide string is %ls.
 */
_Noreturn void fail(DWORD error, const wchar_t *format, ...);

/* Says what is wrong with the arguments, where help is, and ends with EXIT_WRONG_USE. */
_Noreturn void fail_use(const wchar_t *format, ...);

/* Is told of the failure before the program ends; one at most. */
void failure_listen(void (*listener)(DWORD error, const wchar_t *sentence));
