/*
 * The step's process and everything that it started, however deep. A job object holds them; its completion port tells of
 * each birth and death in order, so that nothing short-lived is missed and nothing needs to be polled for.
 */
#pragma once
#include "process_list.h"

typedef struct tree_process {
    DWORD pid;
    HANDLE handle;
    uint64_t created;
    DWORD parent;
    bool alive;
    bool named;      /* reported with its name, or without one after a time */
    uint64_t born;   /* event time */
    bool background; /* the system's own doing (console host, desktop): never waited for */
    bool own;        /* this program once more, which brings observation into another: nobody is told of it */
    wchar_t *image;  /* full path where it could be had */
} tree_process;

typedef struct tree {
    HANDLE job, port;
    process_list list;
    tree_process *processes; /* the first is the step's own */
    size_t count, capacity;
    size_t unnamed;    /* the system does not say their images yet */
    size_t waited_for; /* living ones that are not in the background */
} tree;

/* Makes the job; with `keep`, its processes live on after this program's end. */
void tree_open(tree *tree, bool keep);

/* Starts the step in the job; when it can't be started, ends the program saying why. */
void tree_start(tree *tree, wchar_t *command, const wchar_t *folder, HANDLE out, HANDLE err);

/* Takes in what the job reports, for `milliseconds` at most; returns as soon as something was reported. */
void tree_wait(tree *tree, DWORD milliseconds);

/* Takes in children that left the job (CREATE_BREAKAWAY_FROM_JOB). */
void tree_adopt(tree *tree, const process_list *list);

/* The living process with this id; NULL when there is none in the tree. */
tree_process *tree_find(const tree *tree, DWORD pid);

/* Whether the step's first process has ended, and with what; the code is valid only then. */
bool tree_first_ended(const tree *tree, DWORD *code);

/* Ends every process of the tree and waits until they are gone. */
void tree_kill(tree *tree);
