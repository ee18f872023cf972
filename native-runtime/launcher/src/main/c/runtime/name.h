/* Which path of the application's view a call is about. */
#pragma once

#include "view.h"

typedef struct {
    text view;      /* C:\Folder\Name, the root of a drive C: */
    text stream;    /* of the file, with its colon; mostly empty */
    bool slash;     /* it was written with a slash at its end */
    bool rewritten; /* the view is not what the real call would make of the caller's words */
} name;

/* False when it is no path of a drive (a pipe, a device, a share) or one of the container's own parts. */
bool name_of(scratch *in, const OBJECT_ATTRIBUTES *attributes, name *result);
/* The same for an absolute path in the object manager's spelling, \??\C:\... */
bool name_of_path(scratch *in, text path, name *result);
/* The same for what a link says, which no redirection of this process's concerns. */
bool name_of_target(scratch *in, text path, name *result);
/* The same for an open file; in_container says which layer it is open in. */
bool name_of_handle(scratch *in, HANDLE file, name *result, bool *in_container);

/* A path of the view in the object manager's spelling, such that the real call reaches the host's file. */
text name_on_host(scratch *in, const name *from);
/* A path of the host in the object manager's spelling. */
text name_to_nt(scratch *in, text path);
