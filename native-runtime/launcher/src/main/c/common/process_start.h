#pragma once

#include <stdbool.h>
#include <windows.h>

/*
 * CreateProcess. Now and then Wine loses a process between its making and its first instruction, and says
 * ERROR_INTERNAL_ERROR (seen with a 64-bit program that a 32-bit one starts). Nothing of the program has run then: it is
 * started again. inherit: handles are inherited.
 */
bool process_start(wchar_t *command, bool inherit, DWORD flags, const wchar_t *folder, STARTUPINFOW *startup,
                   PROCESS_INFORMATION *started);
