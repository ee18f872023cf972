/* Watching a folder over both layers: each is watched by handles of the runtime's, and what they tell is told as one. */
#pragma once

#include "layer.h"
#include "watch_question.h"

typedef struct watch watch;

/* What is watched, for good: later questions have no say in it. Refused as the disk refuses it. */
NTSTATUS watch_begin(const place *folder, const watch_request *first, watch **made);
/* The answer comes by the question. */
NTSTATUS watch_ask(watch *of, watch_question *question);
/* Takes questions back: those with that io, or all; those of that thread, or (0) of any. Whether there was one. */
bool watch_cancel(watch *of, const IO_STATUS_BLOCK *io, ULONG_PTR asker);
/* The handle is about to be closed. NULL is none. */
void watch_close(watch *of);
void watch_keep(watch *of);
void watch_release(watch *of);
