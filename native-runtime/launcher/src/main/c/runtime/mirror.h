/* Brings folders and files of the host's layer into the container's, so that they can be changed there. */
#pragma once

#include "layer.h"

/* Makes sure that the container has the folder of the place itself, with the host's attributes and times. */
NTSTATUS mirror_folder(scratch *in, const place *at);
/* The same for the folder that the place lies in. */
NTSTATUS mirror_parent(scratch *in, const place *at);
/* The container's path of a place, its last name spelled as the host has it; source is open there. */
text mirror_spelling(scratch *in, const place *at, HANDLE source);
/* Copies the host's file there; with_content false leaves it empty. It appears in one step, whole. */
NTSTATUS mirror_file(scratch *in, const place *at, bool with_content);
/* All bytes from one open file to the other, from their beginnings. */
NTSTATUS mirror_content(HANDLE from, HANDLE to);
/* A folder with all that the view shows below it, or a file. */
NTSTATUS mirror_tree(const place *at);
