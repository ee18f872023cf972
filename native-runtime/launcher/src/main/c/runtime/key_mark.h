/*
 * What the runtime writes into the class of a key of the container (docs/decisions/0014). The class of a key is fixed
 * when it is made, and comes with its name in an enumeration.
 *
 *     ctnr.whiteout        the key is deleted (the Java class RegistryWhiteout)
 *     ctnr.opaque          it was made again after that: nothing of the host's key shows through
 *     ctnr.volatile        it ends with the session and is not kept in the hive
 *     ctnr.opaque.volatile
 *
 * Behind all but the first may follow a colon and the class that the application gave.
 */
#pragma once

#include "key_calls.h"
#include "text.h"

#include <stdbool.h>

typedef enum { MARK_NONE = 0, MARK_WHITEOUT = 1, MARK_OPAQUE = 2, MARK_VOLATILE = 4 } key_mark;

key_mark key_mark_of_class(text class);
/* The class as the application gave it. */
text key_class_of_application(text class);
/* The class of a new key. */
text key_marked_class(scratch *in, key_mark mark, text class);
text key_node_class(const key_node *node);

/* The type of a value that is deleted; its data is empty. */
enum { VALUE_WHITEOUT = 0x63746e72 };
/* The type of the value that keeps a descriptor which an application set (key_security.h); no application sees it. */
enum { VALUE_SECURITY = 0x63746e73 };

static inline bool key_value_is_hidden(ULONG type, ULONG size)
{
    return (type == VALUE_WHITEOUT && !size) || type == VALUE_SECURITY;
}
