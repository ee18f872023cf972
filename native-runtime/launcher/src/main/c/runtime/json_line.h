/* One JSON object on one line, without the C library. What does not fit is cut off at a whole member. */
#pragma once

#include "text.h"

typedef struct {
    size_t length;
    bool first;
    char bytes[4096];
} json_line;

void json_begin(json_line *line);
void json_ascii(json_line *line, const char *key, const char *value);
void json_text(json_line *line, const char *key, text value);
void json_number(json_line *line, const char *key, unsigned long long value);
/* A time of Windows as UTC in ISO 8601 with milliseconds. */
void json_time(json_line *line, const char *key, LARGE_INTEGER time);
/* "status": the number as 0xC0000034. */
void json_status(json_line *line, NTSTATUS status);
void json_end(json_line *line);
