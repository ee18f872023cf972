/* What the disk tells about changes in the layers of a watched folder, as changes of the view. */
#pragma once

#include "layer.h"

/* A folder that tells something. */
typedef struct {
    text view;      /* its path of the view */
    text path;      /* on the disk: in the container, or as view */
    text prefix;    /* what its names are told behind: empty for the watched folder itself, else Folder\ */
    ULONG filter;   /* FILE_NOTIFY_CHANGE_..., as was asked for */
    bool own;       /* of the container's layer */
    bool markers;   /* whiteouts of folders are looked for, and nothing else */
    bool itself;    /* that it comes is told, and nothing that lies in it */
    BOOLEAN subtree;
} notice_source;

typedef struct early_notice early_notice;

/* Takes changes up, in the shape of FILE_NOTIFY_INFORMATION. Its texts lie in memory of their own. */
typedef struct {
    char *buffer;
    ULONG length, used; /* in bytes */
    ULONG *link;        /* of the last entry, to the next */
    bool overflow;      /* there were more than fit */
    bool copy_arrives;  /* the new name of a rename that follows is that of a copy of the host's file */
    bool appears;       /* the same of a file of the host's that could not be seen by its old name */
    text removed;       /* the last name that was told to be gone */
    text mirrored;      /* the last folder that was made as the host's is */
    text covered;       /* the last name whose whiteout came, while it isn't known what became of it */
    bool waits;         /* that is to be seen at once */
    early_notice *early; /* what was told because a folder had it when it came: the disk may tell it once more */
} notices;

void notices_begin(notices *to, ULONG length);
/* What was taken up has been told. */
void notices_clear(notices *to);
void notices_end(notices *to);
/* What is left out of what raw tells: the container's own names, and what the other layer decides. */
void notices_add(notices *to, const notice_source *from, const void *raw);
/* What is still to be seen does not come any more; from is any source of the container's. */
void notices_settle(notices *to, const notice_source *from);
/* The folder has come, with all that is in it. */
void notices_add_folder(notices *to, const notice_source *from);
