#pragma once

#include "layout.h"

/*
 * The container's session: made from config.yml, or, while a process of the container runs, the one that is there.
 * Returns the block; its section stays open until this process ends.
 */
const session_header *session_open(const machine *here, const config *settings, bool trace);
