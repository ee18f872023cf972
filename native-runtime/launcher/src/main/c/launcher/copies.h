#pragma once

#include <wchar.h>

/*
 * Removes the copies that were begun in a container and did not take their place, because their process was killed; the
 * runtime wrote down where they may lie (runtime/copies.h). Call it while nothing of the container runs, and before this
 * process enters it or after it has left it.
 */
void copies_sweep(const wchar_t *root);
