/* What a name that a layer tells is in the view. */
#pragma once

#include "notice.h"

/* relative is a name in the source's folder. */
void notice_place(scratch *in, const notice_source *from, text relative, place *result);
/* As the watcher is told it. */
text notice_name(scratch *in, const notice_source *from, text relative);
/* Whether names of that kind are, by the attributes of what has the name. */
bool notice_is_asked_for(const notice_source *from, ULONG attributes);
bool notice_is_own(scratch *in, const place *at, ULONG *attributes);
/* Whether the place is seen in the layer that the source is of, if that has it. */
bool notice_is_seen(scratch *in, const notice_source *from, text relative, const place *at);
/* Whether a whiteout takes something away that was asked for: the host has it, and shows it but for that. */
bool notice_takes_away(scratch *in, const notice_source *from, const place *at);
/* NAME for .wh.NAME */
text notice_unmarked(scratch *in, text relative);
/* .wh..wh.: a copy that is being made, the marker of a link. */
bool notice_is_work_file(text relative);
