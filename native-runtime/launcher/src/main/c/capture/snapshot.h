/*
 * `capture.exe snapshot`: what is on the machine now, as JSON lines in the order of KeyPath and WindowsPath, so that two
 * snapshots are compared in one pass. The first line says what it is, the last that it is whole.
 */
#pragma once
#include "../common/arguments.h"
#include "../common/json.h"
#include "path.h"
#include "places.h"

enum { SNAPSHOT_VERSION = 1, SNAPSHOT_LIST = 64 };

/* Texts in the order in which names are sorted, without those that lie below another. */
typedef struct snapshot_roots {
    wchar_t *roots[SNAPSHOT_LIST];
    size_t count;
} snapshot_roots;

typedef struct snapshot {
    output out;
    const wchar_t *excludes[SNAPSHOT_LIST];
    size_t exclude_count;
    bool limited; /* to the places */
    places only;
    uint64_t entries, unreadable;
} snapshot;

int snapshot_take(arguments *args);

bool snapshot_excludes(const snapshot *snapshot, const path *path);

/* On which side of the limits a path lies: inside, where there are none. */
place_side snapshot_side(const snapshot *snapshot, const path *path);

void snapshot_registry(snapshot *snapshot, const snapshot_roots *keys);
void snapshot_files(snapshot *snapshot, const snapshot_roots *folders);
