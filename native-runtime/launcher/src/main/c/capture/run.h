/* `capture.exe run`: one step of an installation, from its start until nothing of it is left. */
#pragma once
#include "../common/arguments.h"

int run(arguments *args);
