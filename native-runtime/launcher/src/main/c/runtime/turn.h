/*
 * One thread of the container's processes at a time changes how the two layers lie over each other: puts a copy in the
 * place of the host's file, hides it, makes a folder over the host's, moves what covers it. Between looking and doing
 * nobody else may do the same. What happens in the container's layer alone needs no turn. A process that is killed in
 * its turn loses it; each step leaves the layers whole. One that is suspended in it, by who now waits for it even, is
 * waited for ten seconds.
 */
#pragma once

/* The same thread may take it again before it ends it. */
void turn_take(void);
void turn_end(void);
