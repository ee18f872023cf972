/* Watching a folder of both layers: each is watched by a handle of the runtime's, and what they tell is told as one. */
#pragma once

#include "nt.h"

#include <stdbool.h>

typedef struct watch watch;

/* The handle was closed (STATUS_NOTIFY_CLEANUP) or what is asked through it is taken back (STATUS_CANCELLED). */
void watch_stop(watch *of, NTSTATUS status);
void watch_free(watch *of);
