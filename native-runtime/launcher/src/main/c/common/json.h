/*
 * JSON lines: one object a line, UTF-8, fields in the order in which they are written. Text is UTF-16 of any content:
 * an unpaired surrogate, which Windows allows in names and UTF-8 does not, becomes a \uXXXX escape and so survives.
 */
#pragma once
#include "output.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct json {
    output *out;
    bool more; /* whether something was already written at this level */
} json;

void json_open(json *line, output *out);
void json_close(json *line);

/* Fields. A name is plain ASCII that needs no escape; NULL stands for an item of the open array. */
void json_text(json *line, const char *name, const wchar_t *text);
void json_units(json *line, const char *name, const wchar_t *units, size_t length);
void json_number(json *line, const char *name, uint64_t number);
void json_true_or_false(json *line, const char *name, bool value);
void json_null(json *line, const char *name);

/* Bytes as base64 of RFC 4648, with its padding. */
void json_bytes(json *line, const char *name, const uint8_t *bytes, size_t length);

void json_array(json *line, const char *name);
void json_array_end(json *line);
void json_object(json *line, const char *name);
void json_object_end(json *line);
