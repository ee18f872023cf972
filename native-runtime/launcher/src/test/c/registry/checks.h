/*
 * Asks Windows for many things about the same few keys, and writes down every answer. Run on plain keys and in a
 * container over two layers that make up the same keys, it must write the same.
 */
#pragma once

#include <windows.h>
#include <winternl.h>

/* above: the open key that holds the one that is asked about, with everything allowed; name: that one's name. */
typedef void operation(HKEY above, const wchar_t *name);

typedef struct {
    const char *name;
    operation *run;
    BOOL changes; /* then every key that is asked about has surroundings of its own */
} check;

extern const check OPENING[], VALUES[], LISTING[], CHANGING[], NATIVE[], CALLS[], SHELL[], LIMITS[], HANDLES[], DETAILS[], WATCHING[];

/* Where the surroundings lie, for what is asked by a path from there on. */
extern HKEY base_root;
void full_path(const wchar_t *name, wchar_t *path);

/* What the current check found out; a Windows error by its number. */
void say(const char *format, ...);
void say_error(LSTATUS error);
/* Type, size and data of a value. */
void say_value(HKEY key, const wchar_t *name);
/* Subkeys and values, in the order in which they come. */
void say_key(HKEY above, const wchar_t *name);
/* A name of the object manager's, from the surroundings on. */
void say_name(const WCHAR *name, size_t length);

HKEY open_key(HKEY above, const wchar_t *name, REGSAM access);
LSTATUS set_text(HKEY key, const wchar_t *name, const wchar_t *text);

/*
 * Changes the host's key from outside the container until done is set, and takes it back: a value (host-value) or subkeys
 * (host-key) named "of the host". is-made: 1 when a container has made the key. Else an error or 0. Ends up outside.
 */
int outside(const wchar_t *path, const char *what, HANDLE done);

/* The layers; each makes its part below the key. */
void make_host(HKEY in);
void make_container(HKEY in);
void make_merged(HKEY in);
