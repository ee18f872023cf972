/* SHA-256 (FIPS 180-4). Windows' own (bcrypt.dll) costs more to load than the few hundred kilobytes cost to hash. */
#pragma once

#include <stddef.h>

enum { SHA256_TEXT = 64 };

/* In lower-case hexadecimal, with a NUL behind it. */
void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT + 1]);
