#pragma once

#include "name.h"

/* The root of the drive that a name of the view is on, as the host has it. */
bool volume_open_root(scratch *in, const name *of, HANDLE *root);
