#pragma once
#include "arguments.h"

/* Runs the command "where"; returns the exit status. */
int where(arguments *args);
