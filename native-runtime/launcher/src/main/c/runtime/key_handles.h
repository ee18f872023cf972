/*
 * What is known of each open key. The handle that the application has is a real one, of the container's key or of the
 * host's; the other layer's key is opened beside it when it is asked for. A handle that came from elsewhere (inherited,
 * duplicated by another process) gets its record from its name.
 */
#pragma once

#include "key_listing.h"
#include "key_path.h"
#include "key_watch.h"

typedef struct key_record key_record;
struct key_record {
    HANDLE handle;
    key_record *next;
    LONG users;
    hive hive;
    access_mode mode;
    bool classes, follows_64; /* of key_path */
    bool rules_below;        /* some key below may have another mode */
    volatile bool apart;     /* the host's layer is out of sight here, whatever becomes of it */
    ACCESS_MASK granted;     /* what the application may; the host's key itself is opened for reading alone */
    HANDLE own, host;        /* what is not the handle itself belongs to the record, and is NULL until it is needed */
    key_listing *listings[2]; /* of key_kind; while they are being enumerated */
    key_watch *watch;
    size_t length;
    wchar_t view[];
};

void key_handles_start(void);
/* The record of a new handle, in the place of what a handle of that number was. own: whose layer it is open in. */
void key_remember(HANDLE handle, const key_path *path, access_mode mode, ACCESS_MASK granted, bool own, bool apart);
/* NULL when it is no key of users and machine. Let it go when done. */
key_record *key_take(HANDLE handle);
/* The same of a handle that was opened or asked here, and of no other. */
key_record *key_take_known(HANDLE handle);
void key_let_go(key_record *record);
/* The handle is about to be closed. */
void key_forget(HANDLE handle);
/* The same key under another handle of this process. */
void key_copy(HANDLE from, HANDLE to, ACCESS_MASK granted);
key_path key_record_path(const key_record *record);
/* For a key of HKEY_CLASSES_ROOT, a record without a handle of what the other hive has there; NULL for others. */
key_record *key_record_of_other_class(const key_record *record);
/* Keeps a layer's key that was opened beside the handle; another thread may have been faster, then that one is kept. */
HANDLE key_keep(HANDLE *place, HANDLE opened);
/* Takes the listing away from the record (NULL when there is none), or gives it back for the next call. */
key_listing *key_listing_take(key_record *record, key_kind kind);
void key_listing_give(key_record *record, key_kind kind, key_listing *listing);
