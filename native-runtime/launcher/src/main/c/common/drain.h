/* Reads a session's ring (session/ring.h) into a file, by a thread of its own, until it is told to stop. */
#pragma once

#include "../session/ring.h"

typedef struct {
    const wchar_t *file;
    const wchar_t *older;  /* where a full file goes, in place of what is there; NULL: nothing more is written then */
    uint64_t limit;        /* of the file, in bytes */
    const wchar_t *turn;   /* name of a mutex: of several that would read one ring, one does; NULL when there is one */
    uint32_t flag;         /* of the session: set while it is read */
} drain_plan;

/* Begins; one at a time in a process. The plan's texts must stay. */
void drain_start(const session_header *session, drain_plan plan);
/* Reads what is there and ends; does nothing when it was not begun. */
void drain_stop(void);
