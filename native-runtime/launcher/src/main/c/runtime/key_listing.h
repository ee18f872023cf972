/* The subkeys or the values of a key, both layers made one: in the order of their names, each once. */
#pragma once

#include "key_calls.h"
#include "text.h"

typedef enum { KEY_SUBKEYS, KEY_VALUES } key_kind;

typedef struct {
    text name;  /* in memory of its own, as is class */
    bool own;   /* the container has it */
    bool anew;  /* made again after it was deleted: its name is the container's */
    bool shown; /* false: it hides what the other layer has, and is not seen itself */
    text class; /* of subkeys, as the application gave it */
    LARGE_INTEGER written;
    ULONG size; /* of a value's data */
} key_item;

typedef struct {
    key_item *items;
    size_t count, room;
    LONG changes; /* the count of changes (key_index.h) when it was read */
} key_listing;

key_listing *key_listing_new(void);
/* Reads one layer's entries in its own order. */
NTSTATUS key_listing_read(HANDLE key, key_kind kind, bool own, key_listing *into);
/* Sorts, and leaves of each name the container's; then drops what is not shown. */
void key_listing_merge(key_listing *listing);
/* Takes in what the user's or the machine's classes have besides, and frees it: the user's come first. */
void key_listing_unite(key_listing *listing, key_listing *more, bool of_user);
void key_listing_drop(key_listing *listing, size_t index);
void key_listing_free(key_listing *listing);
