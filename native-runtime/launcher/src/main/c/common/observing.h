/* A session without a container: processes that the hook library is brought into tell, and see what is there. */
#pragma once

#include "../session/session.h"

#include <stdbool.h>

typedef struct {
    const wchar_t *launcher;    /* the 64-bit program that attaches to 64-bit children of 32-bit processes */
    const wchar_t *library_x64, *library_x86;
    uint32_t flags;
} observing_plan;

/* This process's own, and there until it ends; NULL, with Windows' error set, when it can't be made. */
const session_header *observing_open(const observing_plan *plan);
/* Programs of one bitness get no library from now on; before any of them is there. */
void observing_leave_out(const session_header *session, bool wide);
