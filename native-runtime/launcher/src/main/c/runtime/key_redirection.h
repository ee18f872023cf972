/*
 * The registry's 32-bit view: which keys of it lie below a Wow6432Node. After "Registry Keys Affected by WOW64"
 * (learn.microsoft.com/windows/win32/winprog64/shared-registry-keys), the column of Windows 7 and later.
 */
#pragma once

#include "text.h"

/* Sets view (of a hive) to what a 32-bit program reaches by it; false when that is the same. */
bool key_redirect(scratch *in, text *view);
/* Below Wow6432Node lie links to what is shared, for programs of either kind. Sets view to where one leads; false for others. */
bool key_follow_shared(scratch *in, text *view);
/* Whether it is the Wow6432Node itself of a place that has one: it is there as soon as something is made below it. */
bool key_is_node(text view);
