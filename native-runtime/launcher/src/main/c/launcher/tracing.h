#pragma once

#include "machine.h"

/*
 * logs\events.log takes what the session's processes trace, until this process ends. A file of 64 MB gives way to a new
 * one and becomes events.1.log; of several launchers of one container one writes at a time.
 */
void tracing_start(const machine *here, const session_header *session);
