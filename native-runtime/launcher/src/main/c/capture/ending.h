/* The end of a step: what is left of it is named and ended, and the last event says how it went. */
#pragma once
#include "tree.h"

/* `timed_out` says that the step had to be ended; with `keep` it is left alone all the same. */
void ending_report(tree *tree, bool timed_out, bool keep);
