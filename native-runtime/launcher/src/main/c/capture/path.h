/* A path that grows and shrinks by one name at a time, of any length: \\?\ and registry paths know no MAX_PATH. */
#pragma once
#include <stddef.h>
#include <wchar.h>

typedef struct path {
    wchar_t *units;
    size_t length, capacity;
} path;

void path_set(path *path, const wchar_t *text);

/* Adds a back slash, where there is none yet, and a name. */
void path_add(path *path, const wchar_t *name, size_t length);
