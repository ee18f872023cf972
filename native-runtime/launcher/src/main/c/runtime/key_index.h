/*
 * Which keys the container has, so that a key of the host's alone costs no look into the container: the keys' part of
 * the session's index (index.h). It may say that a key is there which is gone, but not the reverse.
 */
#pragma once

#include "key_path.h"

typedef struct {
    bool own;     /* the container may have the key */
    bool marked;  /* its class may be the runtime's (key_mark.h) */
    bool covered; /* so may that of a key above it */
} key_answer;

key_answer key_index_ask(const key_path *of);
/* Before a key is made in the container; marked: with a class of the runtime's, or about to get one. */
void key_index_add(const key_path *of, bool marked);
/* After a key of the container has got another name, with all that is below it. */
void key_index_moved(void);

/* The number of changes to the container's keys and values so far, in all processes. */
LONG key_changes(void);
void key_changed(void);
