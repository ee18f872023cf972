/*
 * NtNotifyChangeKey over both layers. Each layer is watched by a key of the runtime's own, and a thread of the runtime's
 * answers; nothing is made in the container for it. Where one layer alone counts, the real call answers.
 */
#pragma once

typedef struct key_watch key_watch;

/* The handle was closed: who waits is told. Either may be called with NULL. */
void key_watch_close(key_watch *of);
void key_watch_release(key_watch *of);
