/* The entries of a folder, read at once. */
#pragma once

#include "text.h"

typedef struct {
    LARGE_INTEGER times[4]; /* created, accessed, written, changed */
    LARGE_INTEGER size, allocated, id;
    ULONG attributes, ea_size;
    WCHAR short_name[12];
    UCHAR short_length; /* in bytes */
    text name;
    WCHAR spelling[];
} entry;

typedef struct {
    entry **entries;
    size_t count, room;
} listing;

/* Reads what one folder of the disk holds; begins with an empty listing, and leaves none behind on failure. */
NTSTATUS listing_read(text nt_path, listing *result);
/* Takes the entry over. */
void listing_add(listing *to, entry *item);
entry *listing_find(const listing *in, text name);
/* Sorts by name as NTFS does, . and .. first; listing_find needs it. What a disk tells in that order costs one look. */
void listing_sort(listing *entries);
/* Below 0, 0 or above it, as one comes before the other, has its name or comes behind it. */
int listing_order(const entry *one, const entry *other);
void listing_free(listing *entries);
