/*
 * Asks Windows for many things about the same few files, and writes down every answer. Run on a plain folder and in a
 * container over two layers that make up the same folder, it must write the same.
 */
#pragma once

#include <windows.h>

typedef void operation(const wchar_t *path);

typedef struct {
    const char *name;
    operation *run;
    BOOL changes; /* then every target has a folder to itself; else one folder serves all */
} check;

extern const check OPENING[], CHANGING[], MOVING[], LISTING[], NATIVE[], SPELLING[], IDENTITY[], FILE_IDS[], SHARING[], WATCHING[],
    SETTINGS[], LINKING[], SEARCHING[], TRANSFERRING[], HANDLING[], TELLING[], ASKING[];

/* What the current check found out; a Windows error by its number. */
void say(const char *format, ...);
void say_path(const char *what, const wchar_t *path);
/* "ok", or the last error. */
void say_done(BOOL done);
void say_content(const wchar_t *path);
/* The names in a folder, with attributes and sizes, in the order in which they come. */
void say_folder(const wchar_t *folder, const wchar_t *pattern);

/* A name beside the path that is asked about. */
const wchar_t *beside(const wchar_t *path, const wchar_t *name);
HANDLE open_with(const wchar_t *path, DWORD access, DWORD disposition, DWORD flags);
void write_text(HANDLE file, const char *text);
