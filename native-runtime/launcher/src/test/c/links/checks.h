/*
 * Symbolic links and junctions in a container. There is no disk here to compare with that can make them, so every check
 * says itself what NTFS answers: by [MS-FSA] 2.1.5.10 and [MS-FSCC] 2.3 (the controls and their errors) and by
 * learn.microsoft.com (CreateFile, "Symbolic link behavior"; "Reparse Points"). Each has a folder to itself, over the same
 * two layers as the checks in ../files.
 */
#pragma once

#include <windows.h>
#include <winioctl.h>

typedef struct {
    const char *name;
    void (*run)(const wchar_t *folder);
    const char *expected; /* what it is to say */
} check;

extern const check MAKING[], FOLLOWING[], TELLING[], CHANGING[], CALLING[], HOSTILE[];

void say(const char *format, ...);
/* "ok", or the last error by its number. */
void say_done(BOOL done);
/* Attributes, without that of the archive. */
void say_attributes(const wchar_t *path);
/* The content in angles, or the error of opening it. */
void say_content(const wchar_t *path);
/* The names in a folder, those of folders with a slash, those of links with an @ behind them. */
void say_folder(const wchar_t *folder);
/* A path in the check's own folder; in one of few buffers. */
const wchar_t *in(const wchar_t *folder, const wchar_t *name);
HANDLE open_with(const wchar_t *path, DWORD access, DWORD disposition, DWORD flags);
BOOL write_file(const wchar_t *path, DWORD disposition, const char *content);

/* REPARSE_DATA_BUFFER (ntifs.h) of a symbolic link; a junction has no flags. */
typedef struct {
    ULONG tag;
    USHORT length, reserved, substitute_at, substitute_length, print_at, print_length;
    char names[4096];
} reparse;
enum { HEAD = 8 };
enum { RELATIVE_LINK = 1 };

HANDLE open_link(const wchar_t *path, DWORD access);
/* The bytes of a link to a path that is given in the object manager's spelling, or is relative. */
DWORD fill(reparse *data, ULONG tag, const wchar_t *target);
BOOL set_link(const wchar_t *path, const void *data, DWORD size);
/* Makes a folder a junction to an absolute path; or a file, or a folder, a symbolic link to any. */
BOOL junction(const wchar_t *path, const wchar_t *target);
BOOL symbolic(const wchar_t *path, const wchar_t *target, BOOL folder);
/* Kind and substitute name, without the check's own folder. */
void say_link(const wchar_t *path);
