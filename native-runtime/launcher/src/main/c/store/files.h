/* Files of a container, whole. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <windows.h>

/* The bytes from memory_get; NULL with GetLastError when the file can't be read. */
uint8_t *file_read(const wchar_t *file, size_t *size);
/* In one step: after a crash the old file is there, or the new one. temporary lies in the same folder. */
bool file_replace(const wchar_t *file, const wchar_t *temporary, const void *bytes, size_t size);
/*
 * The file, and those beside it whose names begin with its: a hive and its logs. Windows may take a moment to let go of a
 * hive that was unloaded; what it does not let go of stays. False then.
 */
bool file_remove_all(const wchar_t *file);
/* Makes the folders above a file. */
void file_make_folders(const wchar_t *file);
