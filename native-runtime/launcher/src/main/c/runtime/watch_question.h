/* What a watcher asks, and how the answer comes to him. */
#pragma once

#include "nt.h"

#include <stdbool.h>

typedef struct handle_record handle_record;
typedef struct watch_question watch_question;
struct watch_question {
    watch_question *next;
    PIO_STATUS_BLOCK io;
    PVOID buffer; /* NULL: only that there was something is of interest */
    ULONG length;
    PIO_APC_ROUTINE apc;
    PVOID context;
    HANDLE event, thread, file; /* duplicates of our own; each may be NULL */
    handle_record *record;      /* of the handle that is asked through, for its port */
    ULONG_PTR asker;            /* the thread's id */
    IO_STATUS_BLOCK result;     /* io of one who waits in the call */
};

/* The arguments of the call. */
typedef struct {
    HANDLE file, event;
    PIO_APC_ROUTINE apc;
    PVOID context;
    PIO_STATUS_BLOCK io;
    PVOID buffer;
    ULONG length, filter;
    BOOLEAN subtree;
} watch_request;

/* Takes a reference to the record. Until the answer the handle is not signalled, unless there is an event to wait for. */
NTSTATUS watch_question_make(const watch_request *from, handle_record *record, watch_question **made);
/* Whether the caller is to be held until the answer is there: he then frees the question. */
bool watch_question_waits(const watch_question *of);
/* Answers; frees the question unless somebody waits. */
void watch_question_end(watch_question *of, NTSTATUS status, ULONG written);
void watch_question_free(watch_question *of);
