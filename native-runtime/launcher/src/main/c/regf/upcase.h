/* Names in upper case as Windows' table has it (the Java class WindowsNames says how that differs from Unicode's). */
#pragma once

#include <stdint.h>

uint16_t upcase(uint16_t unit);
