/* How the characters of a text file are written. */
#pragma once

#include "../regf/regf.h"

#include <stddef.h>

/* BYTES: one unit for each byte, where a file is neither UTF-8 nor this machine's code page throughout. */
typedef enum { ENCODING_NONE, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_UTF8, ENCODING_ANSI, ENCODING_BYTES } encoding;

/*
 * By the byte-order mark, the zero bytes, and what UTF-8 allows. A text of ASCII alone is taken for the code page's where
 * Windows itself reads such files so (.ini, .bat and the like), else for UTF-8. NONE: it is no text.
 */
encoding encoding_of(const uint8_t *bytes, size_t size, const wchar_t *name);
/* The units, a mark included; the arena's. */
regf_text encoding_read(encoding as, const uint8_t *bytes, size_t size, arena *memory);
/* The bytes in the arena; NULL when one of the characters can't be written so. */
uint8_t *encoding_write(encoding as, regf_text text, size_t *size, arena *memory);
