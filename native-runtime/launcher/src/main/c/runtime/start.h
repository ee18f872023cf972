#pragma once

#include "nt.h"

/* Joins the session of that name (in the object manager's spelling) and installs the hooks. */
NTSTATUS start(const wchar_t *session_name);
