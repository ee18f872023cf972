/*
 * Text files of the container with %CONTAINER_...% variables in them (text_files of config.yml): they hold this machine's
 * values while the container runs, and variables otherwise (docs/decisions/0024). Both are called in the session's lock.
 */
#pragma once

#include "../launcher/machine.h"

/* Puts values in; first puts away what an earlier session left, since it was ended by force. */
void texts_open(const machine *here, const config *settings, const wchar_t *log);
/* Puts variables in again. What can't be is told in the log, and the next start tries again. */
void texts_close(const machine *here, const config *settings, const wchar_t *log);
