#pragma once

#include "machine.h"

/* Brings the hook library into a program of each bitness, and adds what came of it to the findings. */
void trial_of_injection(const machine *here);
