/* Where things of a container's registry are, on the machine and in the container. */
#pragma once

#include "../launcher/machine.h"

enum { HIVES = 2 };

#define SESSIONS L"Software\\Ctnr\\Sessions" /* below HKEY_CURRENT_USER */

typedef struct {
    const wchar_t *view;                               /* as applications call what it holds */
    const wchar_t *key, *file, *temporary, *recovered; /* the key's name below place.key; files of the container */
} hive_place;

/* What holds the registry while the container runs: holder.h. */
typedef struct holder holder;

typedef struct {
    const holder *holder; /* NULL: none was chosen yet */
    const wchar_t *id;    /* of the container on this machine: ctnr-0123456789abcdef */
    const wchar_t *path;  /* of the key below HKEY_CURRENT_USER: SESSIONS\id */
    const wchar_t *key;   /* the same key, by its NT name; the session's state and both hives lie below it */
    const wchar_t *loaded; /* file: the hive that Windows loads, with the same below its root */
    hive_place hives[HIVES];
    const wchar_t *mark;     /* file: there from the loading to the writing back */
    const wchar_t *exchange; /* file: what the machine is given to load, and gives back */
    const wchar_t *log;
} place;

/* Names only: nothing is made yet. */
place place_of(const machine *here, const wchar_t *id);
