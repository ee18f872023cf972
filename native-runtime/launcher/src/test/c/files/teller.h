/* A watcher of a folder that says what it is told. */
#pragma once

#include "checks.h"

enum {
    LIMIT = 10000, /* until something must have been told, in ms */
    MOMENT = 300,  /* and while nothing must be */
    MOST = 64,
    NAMES = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME,
    CONTENT = FILE_NOTIFY_CHANGE_LAST_WRITE | FILE_NOTIFY_CHANGE_SIZE
};

typedef struct {
    HANDLE folder;
    DWORD filter;
    BOOL subtree;
    OVERLAPPED io;
    wchar_t seen[MOST][64]; /* since the last expected notice, but for changed content: each is said once */
    int count;
    DWORD room[2048];
} teller;

/* FALSE when there is no such folder; the first question is asked. */
BOOL teller_begin(teller *of, const wchar_t *path, DWORD filter);
BOOL teller_ask(teller *of);
/* Says what is told until that is. */
void teller_expect(teller *of, BOOL changed, DWORD action, const wchar_t *name);
void teller_end(teller *of);

HANDLE folder_at(const wchar_t *path, DWORD flags);
BOOL is_folder(const wchar_t *path);
const wchar_t *below(const wchar_t *folder, const wchar_t *name);
/* A file of the host's where the folder has one. */
const wchar_t *present_in(const wchar_t *folder);
BOOL make_file(const wchar_t *path);
