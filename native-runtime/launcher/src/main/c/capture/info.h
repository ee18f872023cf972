/* `capture.exe info`: the machine and the user, as one JSON object on standard output. */
#pragma once
#include "../common/arguments.h"

int info(arguments *args);
