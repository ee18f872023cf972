/*
 * What the runtime must remember about an open file between two calls. Most handles have no record: where a file lies is
 * asked from its name, so that inherited handles are known as well. Handles of this process that are duplicates of each
 * other have one record, as the system has one file object for them: where a listing stands, what is watched, and that
 * it is deleted in the end.
 */
#pragma once

#include "listing.h"
#include "watch.h"

#include <stdbool.h>

typedef struct {
    bool merged;       /* else the host's own enumeration goes on */
    bool started;
    bool matches_all;
    listing entries;
    size_t next;
    text pattern;      /* in memory of its own */
} enumeration;

typedef struct handle_record handle_record;
struct handle_record {
    LONG handles;          /* of this process: with the last the file is closed */
    enumeration *folder;   /* while it is being enumerated */
    wchar_t *delete_path;  /* of the view: a host's file, which is deleted from the view when it is closed */
    bool deletes_itself;   /* the file of delete_path is the container's: the disk deletes it, and the trace is to tell */
    wchar_t *link_path;    /* in the container: a link's, whose marker goes when it is gone */
    watch *watch;          /* of a folder */
    HANDLE port;           /* where what is asked through it is answered; a handle of our own */
    ULONG_PTR port_key;
    LONG users;
};

/* Finds or makes the record and keeps it alive until it is let go. */
handle_record *handle_take(HANDLE handle, bool make);
void handle_let_go(handle_record *record);
/* made is a new handle of the same file. */
void handle_share(HANDLE of, HANDLE made);
/* What happens to a path of the view when the file is closed; an empty one takes that back. */
void handle_delete_later(HANDLE handle, text view);
/* A file of the container's that the disk deletes when it is closed. */
void handle_deletes_itself(HANDLE handle, text view);
/* A link of the container's that is to be deleted, at the latest when it is closed. */
void handle_ends_link(HANDLE handle, text container);
/* One thread at a time enumerates a folder. */
void handle_lock(handle_record *record);
void handle_unlock(handle_record *record);
/* Forgets a handle that is about to be closed. The last one's record is the caller's to let go; NULL: nothing ends. */
handle_record *handle_forget(HANDLE handle);
/* Calls each once for all records, while no other thread runs, at the end of the process: no handle is known after that. */
void handle_each(void (*each)(handle_record *));
void handles_start(void);
void enumeration_free(enumeration *folder);

/* NtDuplicateObject of what is no key, from a handle of this process. */
NTSTATUS handle_duplicate(HANDLE source, HANDLE target_process, PHANDLE target, ACCESS_MASK access, ULONG attributes, ULONG options);
/* The process ends without having closed its handles. */
void handles_finish(void);
