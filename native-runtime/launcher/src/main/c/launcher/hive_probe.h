/*
 * Whether Windows loads a hive of a container's and all of its processes have the same keys in it. What the calls say is no
 * proof: Wine's say yes, and give a handle that does not work.
 */
#pragma once

#include "machine.h"

/*
 * Makes a hive in the container's folder logs and loads it, writes to it, lets a second process load it, read that and
 * answer; then it is unloaded and its file read. NULL when everything agreed, else what did not, as the end of a sentence.
 */
const wchar_t *hive_probe(const machine *here);
/* The second process, with the probe's file; its exit code. */
int hive_probe_answer(const wchar_t *file);
