/* The way from a 32-bit process to a 64-bit child: the launcher, which is 64-bit, attaches to it. */
#pragma once

#include "view.h"

NTSTATUS helper_attach(HANDLE process, HANDLE thread, text directory);
