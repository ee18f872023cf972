/*
 * File ids over a copy. A copy of a host's file, and a folder of the container's that was made over a host's, is known by the
 * host's id as long as the session lives: the application may have asked before. Which have which is in the session, for all
 * its processes; when there is no room for more, further copies are known by the disk's own ids.
 */
#pragma once

#include "text.h"

#include <stdbool.h>
#include <stdint.h>

/* What was just made in the container is a copy of source; NULL: it is none. Disks give a deleted file's id again. */
void file_id_keep(HANDLE source, HANDLE made);
/* The disk's own id of what is there; 0: nothing, or it has none. */
uint64_t file_id_at(text nt_path);
/* The id that a file of the container's is known by, of the disk's. */
uint64_t file_id_seen(uint64_t own);
/* The reverse; false when no copy is known by that id. */
bool file_id_own(uint64_t seen, uint64_t *own);

/* Sets the id in an answer about an open file, and the volume that it is on. */
void file_id_tell(HANDLE file, FILE_INFORMATION_CLASS class, void *answer, ULONG length);
/* The id in an answer about what is known to be the container's. */
void file_id_mark(FILE_INFORMATION_CLASS class, void *answer, ULONG length);
