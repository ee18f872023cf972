/* The session that this process belongs to, and the two ways between the application's view and the container. */
#pragma once

#include "../session/session.h"
#include "text.h"

extern const session_header *session;
extern bool redirected; /* a 32-bit process under 64-bit Windows: it says System32 and means SysWOW64 */

static inline text session_at(session_text value)
{
    return (text){session_string(session, value), value.length};
}

/* Where a path of the view lies in the container, as a path of the host; what follows mapped is as in the view. */
text view_to_container(scratch *in, text view, size_t *mapped);
/* The way back; false for the container's own parts, which the application has no view of. */
bool view_from_container(scratch *in, text path, text *view);
bool view_is_container(text path);
access_mode view_mode(text view);
/* The pattern of the rule that says so; empty when none does. */
text view_rule(text view);
/* Whether some rule may say something else about a path below this folder than about the folder. */
bool view_has_rules_below(text folder);
/* The path with compatibility names (C:\Documents and Settings) replaced by the folders they stand for. */
text view_without_junctions(scratch *in, text path);
