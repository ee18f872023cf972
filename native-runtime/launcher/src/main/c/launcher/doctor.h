#pragma once

#include "config.h"
#include "machine.h"
#include "registry_choice.h"

/* `launcher.exe --doctor`: what this machine can do for the container, found by trying; the program's exit code. */
int doctor(const machine *here, const config *settings, registry_wish registry, bool as_json);
