/* What an application was in the middle of when it and everybody else were killed (session/step.h). */
#pragma once

#include "../regf/regf.h"

/* Finishes in the tree, which is in order, what its key of the session's state says was begun. */
void step_finish(regf_tree *tree, const regf_key *state);
