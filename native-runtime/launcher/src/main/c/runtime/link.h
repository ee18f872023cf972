/*
 * Symbolic links and junctions of the container. The disk would follow one by the application's words, to the host and
 * past the container; so none is made on it. A link is an empty file or folder NAME of the container's, and beside it a
 * file .wh..wh.lnk.NAME that holds its REPARSE_DATA_BUFFER. The runtime follows it in names of the view, before it asks
 * which layer has what. A marker beside which there is no NAME, or which does not hold a whole link, is none: who makes a
 * NAME takes such a marker away before.
 */
#pragma once

#include "layer.h"
#include "link_data.h"

#define LINK_PREFIX TEXT_OF(".wh..wh.lnk.")

/* Containers' paths are paths of the host: place.container. */

/* Whether there may be a link at a path in the container: the index alone is asked. */
bool link_is_possible(text container);
/* The link at a path in the container, from the disk; its bytes lie in the scratch. */
bool link_read(scratch *in, text container, link_data *result);
/* The same, where the index says that there may be one. */
bool link_find(scratch *in, text container, link_data *result);
/* Makes what is at the place a link, or another one, in one step. */
NTSTATUS link_write(scratch *in, const place *at, const void *bytes, ULONG size);
/* What is there is a plain file or folder again. */
NTSTATUS link_remove(scratch *in, text container);
/* Takes a marker away that nothing stands beside: before a NAME is made, and after one is gone. */
void link_clear(scratch *in, text container);

/* Sets attribute and tag in an answer about an open file, if that is a link. */
void link_tell(HANDLE file, FILE_INFORMATION_CLASS class, void *answer, ULONG length);
/* The same in an answer about a link with that tag; 0: it is none. */
void link_mark(FILE_INFORMATION_CLASS class, void *answer, ULONG length, ULONG tag);
