/* Whether the tree gets anything done: what tells an installer at work from one that waits for a person. */
#pragma once
#include "tree.h"

typedef struct activity {
    uint64_t cpu, io;
    size_t processes;
    uint64_t measured, since; /* event times: of the last look, of the last work seen */
    uint64_t idle;
    bool reported;
} activity;

/* Compares with the last look, a second ago or longer; returns for how many milliseconds the tree has done nothing worth the name. */
uint64_t activity_idle(activity *activity, const tree *tree, const process_list *list, uint64_t now);
