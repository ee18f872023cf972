/* The windows that the tree shows: each is reported when it appears, when what it says changes, and when it is gone. */
#pragma once
#include "tree.h"

typedef struct window_item {
    HWND window;
    DWORD pid;
    uint64_t digest; /* of what was reported last */
    bool there;
} window_item;

typedef struct windows_seen {
    window_item *items;
    size_t count, capacity;
    const tree *tree;
} windows_seen;

/* Looks at the screen and reports what is new; with `again`, everything that is there. */
void windows_look(windows_seen *seen, const tree *tree, bool again);
