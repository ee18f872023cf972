#pragma once
#include "../common/arguments.h"

/* Runs the command "where"; returns the exit status. */
int where(arguments *args);
