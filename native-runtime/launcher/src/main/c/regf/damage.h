/* How reading and writing say what they can't do. */
#pragma once

#include "regf.h"

/* Fills the error in and is false, for the caller to hand on. The format is printf's. */
bool damaged(regf_error *error, uint64_t offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A name for such a sentence, as UTF-8 that is cut where the room ends; what no text can hold is a question mark. */
enum { NAME_ROOM = 3 * REGF_LONGEST_NAME + 1 };
typedef struct {
    char bytes[NAME_ROOM];
} name_utf8;
const char *to_utf8(name_utf8 *room, regf_text name);
