/* Which key of the application's view a call is about. */
#pragma once

#include "key_calls.h"
#include "view.h"

/* What has two layers: HKEY_CURRENT_USER, and HKEY_LOCAL_MACHINE\Software. */
typedef enum { HIVE_NONE, HIVE_USER, HIVE_MACHINE } hive;

/*
 * Keys are spelled HKCU\Name, HKLM\Software\Name, and HKLM\... and HKU\... for what no hive holds; always as a 64-bit
 * program sees them: what is redirected for 32-bit programs has its Wow6432Node.
 */
typedef struct {
    text view;
    hive hive;
    bool rewritten;  /* not what the real call would make of the caller's words */
    ULONG flags;     /* OBJ_INHERIT and such, of the call */
    bool classes;    /* Wine's HKEY_CLASSES_ROOT, which there is the machine's classes alone, or a key opened by it */
    bool follows_64; /* opened by a 32-bit program as a key of the 64-bit view, which keys opened relative to it follow */
} key_path;

/* What stands for a key of HKEY_CLASSES_ROOT in the other hive, the user's or the machine's; false when it is none. */
bool key_path_of_other_class(scratch *in, const key_path *of, key_path *result);
/* Whether it is HKEY_CLASSES_ROOT itself. */
bool key_path_is_classes(const key_path *of);
/* The keys of the user who runs this process; once, before any other call. */
void key_paths_start(void);
/* False when the call is about something else than the registry of users and machine (an application's own hive). */
bool key_path_of(scratch *in, const OBJECT_ATTRIBUTES *attributes, ACCESS_MASK access, key_path *result);
/* For an open key; in_container says which layer it is open in. */
bool key_path_of_handle(scratch *in, HANDLE key, key_path *result, bool *in_container);
key_path key_path_below(scratch *in, const key_path *above, text name);
/* False for the root of a hive, and for what no hive holds. */
bool key_path_parent(const key_path *of, key_path *parent);
text key_path_name(const key_path *of);

/* The root of what has two layers. */
key_path key_path_of_root(hive of);
/* How much of the view the hive's root is. */
size_t key_path_root(const key_path *of);
/* The part below the hive's root, without a backslash at its start. */
text key_path_relative(const key_path *of);
/* The host's key, in the object manager's spelling. */
text key_path_on_host(scratch *in, const key_path *of);
