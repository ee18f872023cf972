/* One hive of the container, as it is stored. */
#pragma once

#include "../regf/regf.h"

#include <wchar.h>

typedef struct {
    const wchar_t *file;
    regf_tree tree;
    uint64_t identity; /* of the file's content; 0 when there is no file, and the tree is empty */
    uint8_t *bytes;
} hive_file;

/* False when the file is there and no sound hive, or can't be read: sentence (from memory_get) then says why. */
bool hive_file_read(const wchar_t *file, hive_file *hive, wchar_t **sentence);
void hive_file_release(hive_file *hive);
/* What the identity of a file with these bytes is. */
uint64_t hive_identity(const uint8_t *bytes, size_t size);
