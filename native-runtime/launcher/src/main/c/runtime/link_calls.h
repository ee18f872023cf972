/*
 * What Wine 8's kernelbase leaves out of the functions around links: CreateFile drops FILE_FLAG_OPEN_REPARSE_POINT, and
 * CreateSymbolicLinkW says that it did and makes nothing. (So does CreateSymbolicLinkA, which lies in kernel32 and is not
 * reached.) Windows' own come to NtCreateFile and NtFsControlFile, and are left alone.
 */
#pragma once

#include "nt.h"

#define LINK_FUNCTIONS(F) \
    F(CreateFile2)        \
    F(CreateFileA)        \
    F(CreateFileW)        \
    F(CreateSymbolicLinkW)

typedef struct {
#define F(name) __typeof__(&name) name;
    LINK_FUNCTIONS(F)
#undef F
} real_link_functions;
extern real_link_functions real_links;

#define F(name) extern __typeof__(name) hook_##name;
LINK_FUNCTIONS(F)
#undef F

/*
 * Attributes of a new file that say FILE_FLAG_OPEN_REPARSE_POINT: Wine's CreateFile hands these on, and no caller of
 * NtCreateFile gives all of them.
 */
enum { LINK_ITSELF = FILE_ATTRIBUTE_REPARSE_POINT | FILE_ATTRIBUTE_SPARSE_FILE | FILE_ATTRIBUTE_DIRECTORY };
