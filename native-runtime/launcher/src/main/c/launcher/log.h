/* Lines of the container's logs\events.log, beside those of the runtime. */
#pragma once

#include <wchar.h>

/* Says what happened to what; silent where the log can't be written. */
void log_event(const wchar_t *log, const char *event, const wchar_t *subject, const wchar_t *message);
