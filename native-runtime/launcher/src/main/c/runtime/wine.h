/* Whether this is Wine: for what it leaves out of the functions above ntdll, and Windows does not. */
#pragma once

#include <stdbool.h>

/* Asked once, at the start. */
bool is_wine(void);
