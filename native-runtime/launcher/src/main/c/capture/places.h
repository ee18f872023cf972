/*
 * The places that a snapshot is limited to, from a file: UTF-16, little endian, with or without its mark, one path a
 * line. A path that ends with a back slash stands for all that lies below as well.
 */
#pragma once
#include "path.h"

#include <stdbool.h>

typedef struct place {
    wchar_t *path;
    size_t length;
    bool whole; /* with all that lies below */
} place;

/* In the order of WindowsPath, none below another that is whole. */
typedef struct places {
    place *all;
    size_t count;
} places;

typedef enum {
    PLACE_OUTSIDE,
    PLACE_ABOVE, /* only on the way to a place */
    PLACE_INSIDE,
} place_side;

/* Needs fold_open. A file that can't be read, or that names no path on a drive, ends the program. */
places places_read(const wchar_t *file);

place_side places_find(const places *places, const path *path);
