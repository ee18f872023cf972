#pragma once

#include <stdbool.h>
#include <wchar.h>

/*
 * Why this machine can't run the program, by what its header says it is made for, in a few words; NULL when it can, or
 * when the file is no program of Windows'.
 */
const wchar_t *target_problem(const wchar_t *program);

/* Whether the program is one for .NET. */
bool target_is_managed(const wchar_t *program);
