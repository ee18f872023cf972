/* UTF-16, as Windows has it, to UTF-8 and back. */
#pragma once
#include <stddef.h>
#include <wchar.h>

/* The most bytes that one UTF-16 unit becomes. */
enum { UTF8_PER_UNIT = 3 };

/*
 * Writes `length` units as UTF-8 into `bytes` (UTF8_PER_UNIT * length at most) and returns how many bytes they became.
 * An unpaired surrogate becomes U+FFFD: for people's eyes only, never for names that must survive (see json.h).
 */
size_t utf8_from_utf16(char *bytes, const wchar_t *units, size_t length);

/* The UTF-16 form of UTF-8 bytes, ended by a zero, from memory_get; NULL when they are not UTF-8. */
wchar_t *utf8_to_utf16(const char *bytes, size_t length);
