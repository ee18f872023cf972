#pragma once

#include "config.h"
#include "machine.h"

/*
 * What is wrong with the files of the runtime that config.yml has the hashes of, in one sentence; NULL when nothing is.
 * A config.yml without hashes asks only that they are there.
 */
const wchar_t *integrity_problem(const machine *here, const config *settings);
