/* A file written from the start through one buffer; every failed write ends the program with the file's name. */
#pragma once
#include <stddef.h>
#include <windows.h>

enum { OUTPUT_BUFFER = 1 << 16 };

typedef struct output {
    HANDLE file;
    const wchar_t *name;
    size_t used;
    char buffer[OUTPUT_BUFFER];
} output;

/* Opens `name`, replacing what is there; others may read it meanwhile. NULL or "-" is standard output. */
void output_open(output *out, const wchar_t *name);

void output_bytes(output *out, const void *bytes, size_t length);

static inline void output_byte(output *out, char byte)
{
    if (out->used == OUTPUT_BUFFER)
        output_bytes(out, &byte, 1);
    else
        out->buffer[out->used++] = byte;
}

/* Hands what is buffered to the system, so that whoever reads the file sees it. */
void output_flush(output *out);

void output_close(output *out);
