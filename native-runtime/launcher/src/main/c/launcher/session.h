#pragma once

#include "layout.h"
#include "registry_choice.h"

typedef struct {
    bool trace;
    registry_wish registry;
} session_wishes;

/*
 * The container's session: made from config.yml, or, while a process of the container runs, the one that is there.
 * Returns the block; its section stays open until this process ends.
 */
const session_header *session_open(const machine *here, const config *settings, const session_wishes *wishes);
/*
 * Puts the container's state away when no other launcher uses it; NULL, or what could not be done. This process must have
 * left the session's view.
 */
const wchar_t *session_close(const machine *here, const config *settings, const session_header *session);
