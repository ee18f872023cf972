/* Whether this is Wine, for programs; the hook library has its own (runtime/wine.h). */
#pragma once

/* Wine's version, such as "8.0"; NULL on Windows. */
const char *wine_version(void);
