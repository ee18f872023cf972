#pragma once

#include "config.h"
#include "machine.h"

/* `launcher.exe --doctor`: what this machine can do for the container, found by trying; the program's exit code. */
int doctor(const machine *here, const config *settings, bool as_json);
