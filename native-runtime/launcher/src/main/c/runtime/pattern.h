/* Wildcards: those of isolation rules, and those of a directory query. */
#pragma once

#include "text.h"

/*
 * Whether a rule is about a path: * and ? stay within a name, ** passes over any number of names. "folder\**" is about
 * the folder as well.
 */
bool pattern_matches_path(text pattern, text path);

/* Whether some path below the folder may match without the folder itself doing so by the same rule's end. */
bool pattern_may_lie_below(text pattern, text folder);

/* A directory query's expression, with the DOS wildcards < > " that Win32 puts in (FsRtlIsNameInExpression). */
bool pattern_matches_name(text expression, text name);
