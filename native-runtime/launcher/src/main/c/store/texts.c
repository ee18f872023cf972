#include "texts.h"

#include "../launcher/log.h"
#include "../launcher/sha256.h"
#include "../common/memory.h"
#include "../common/utf8.h"
#include "encoding.h"
#include "files.h"
#include "text_buffer.h"
#include "variables.h"

#include <string.h>
#include <wchar.h>

enum { LARGEST = 16 << 20 }; /* as the capture has it: more is data, not settings */

/*
 * A text that has values in it, as a file of cache\texts: the SHA-256 of what it was given, a blank, its place in the
 * container in UTF-8, a line feed, and then the bytes that it has otherwise. It is written before the text is.
 */
typedef struct {
    const wchar_t *file;
    wchar_t *place;
    uint8_t *all; /* the whole file */
    const uint8_t *original;
    size_t size;
} kept;

typedef struct {
    const machine *here;
    const wchar_t *log;
    variables with;
    bool found;
} work;

typedef void (*visit)(work *of, const wchar_t *path);

static wchar_t *full(const work *of, const wchar_t *place)
{
    return joined(of->here->root, L"\\", place, NULL);
}

static wchar_t *kept_file(const work *of, const wchar_t *place)
{
    wchar_t name[20];
    swprintf(name, 20, L"%016llx", path_digest(place));
    return joined(of->here->root, L"\\cache\\texts\\", name, NULL);
}

static void tell(const work *of, const char *event, const wchar_t *place, const wchar_t *message)
{
    log_event(of->log, event, place, message);
}

static void tell_error(const work *of, const wchar_t *place)
{
    wchar_t message[128];
    swprintf(message, 128, L"The file can't be read or written (Windows error %lu)", GetLastError());
    tell(of, "text-left", place, message);
}

static bool times_of(const wchar_t *file, FILETIME *written)
{
    WIN32_FILE_ATTRIBUTE_DATA data;
    bool there = GetFileAttributesExW(file, GetFileExInfoStandard, &data);
    *written = there ? data.ftLastWriteTime : (FILETIME){0};
    return there;
}

static void set_time(const wchar_t *file, const FILETIME *written)
{
    HANDLE handle = CreateFileW(file, FILE_WRITE_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                                OPEN_EXISTING, 0, NULL);
    if (handle == INVALID_HANDLE_VALUE)
        return;
    SetFileTime(handle, NULL, NULL, written);
    CloseHandle(handle);
}

/* In one step, with the attributes that the file has and the time that is given. */
static bool put(const work *of, const wchar_t *file, const void *bytes, size_t size, const FILETIME *written)
{
    const DWORD OWN = FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM;
    DWORD attributes = GetFileAttributesW(file);
    bool special = attributes != INVALID_FILE_ATTRIBUTES && attributes & OWN;
    if (special)
        SetFileAttributesW(file, FILE_ATTRIBUTE_NORMAL);
    bool done = file_replace(file, joined(of->here->root, L"\\cache\\texts\\new", NULL), bytes, size);
    DWORD error = GetLastError();
    if (done)
        set_time(file, written);
    if (special)
        SetFileAttributesW(file, attributes & OWN);
    SetLastError(error);
    return done;
}

/* The bytes with each character's variables put in; NULL when the encoding has no place for a value. */
static uint8_t *expanded(const work *of, const wchar_t *place, const uint8_t *bytes, size_t size, size_t *length, arena *memory)
{
    encoding as = encoding_of(bytes, size, place);
    regf_text text = encoding_read(as, bytes, size, memory);
    return encoding_write(as, variables_expand(&of->with, text, memory), length, memory);
}

/* The bytes with variables in the place of values, when these very bytes come of them again; else NULL. */
static uint8_t *folded(const work *of, const wchar_t *place, const uint8_t *bytes, size_t size, size_t *length, arena *memory)
{
    encoding as = encoding_of(bytes, size, place);
    if (as == ENCODING_NONE || size > LARGEST)
        return NULL;
    regf_text text = encoding_read(as, bytes, size, memory), stored = variables_fold(&of->with, text, memory);
    if (stored.units == text.units)
        return NULL;
    size_t again;
    uint8_t *result = encoding_write(as, stored, length, memory);
    uint8_t *back = result ? expanded(of, place, result, *length, &again, memory) : NULL;
    return back && again == size && !memcmp(back, bytes, size) ? result : NULL;
}

static bool is_marker(const wchar_t *name)
{
    return !_wcsnicmp(name, L".wh.", 4);
}

/* All files of a pattern of the container's; its last name may have wildcards. */
static void each_of(work *of, const wchar_t *pattern, visit visit)
{
    WIN32_FIND_DATAW entry;
    const wchar_t *slash = wcsrchr(pattern, L'\\');
    wchar_t *folder = joined(pattern, NULL);
    folder[slash ? slash - pattern + 1 : 0] = 0;
    HANDLE search = FindFirstFileW(full(of, pattern), &entry);
    if (search == INVALID_HANDLE_VALUE)
        return;
    do {
        if (!(entry.dwFileAttributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) && !is_marker(entry.cFileName))
            visit(of, joined(folder, entry.cFileName, NULL));
    } while (FindNextFileW(search, &entry));
    FindClose(search);
}

static void each(work *of, const config *settings, visit visit)
{
    for (size_t i = 0; i < settings->text_count; i++)
        each_of(of, settings->texts[i], visit);
}

static bool keep(const work *of, const wchar_t *place, const uint8_t *bytes, size_t size, const char *hash, const FILETIME *written)
{
    size_t length = wcslen(place);
    uint8_t *all = memory_get(SHA256_TEXT + 2 + length * UTF8_PER_UNIT + size);
    memcpy(all, hash, SHA256_TEXT);
    all[SHA256_TEXT] = ' ';
    size_t used = SHA256_TEXT + 1 + utf8_from_utf16((char *)all + SHA256_TEXT + 1, place, length);
    all[used++] = '\n';
    memcpy(all + used, bytes, size);
    const wchar_t *file = kept_file(of, place);
    file_make_folders(file);
    bool done = put(of, file, all, used + size, written);
    memory_free(all);
    return done;
}

static bool read_kept(const wchar_t *file, kept *found)
{
    size_t size;
    found->file = file;
    found->all = file_read(file, &size);
    if (!found->all)
        return false;
    const uint8_t *end = memchr(found->all, '\n', size);
    if (!end || end < found->all + SHA256_TEXT + 2)
        return false;
    found->place = utf8_to_utf16((char *)found->all + SHA256_TEXT + 1, (size_t)(end - found->all) - SHA256_TEXT - 1);
    found->original = end + 1;
    found->size = size - (size_t)(end + 1 - found->all);
    return found->place != NULL;
}

static void take_out(work *of, const wchar_t *place)
{
    size_t size, length;
    arena memory = {0};
    FILETIME written;
    wchar_t *file = full(of, place);
    times_of(file, &written);
    uint8_t *bytes = file_read(file, &size);
    if (!bytes) {
        tell_error(of, place);
        return;
    }
    encoding as = size > LARGEST ? ENCODING_NONE : encoding_of(bytes, size, place);
    if (as == ENCODING_NONE) {
        tell(of, "text-left", place, L"This is no text, or one of more than 16 MiB; variables in it stay as they are");
    } else if (variables_in(encoding_read(as, bytes, size, &memory))) {
        char hash[SHA256_TEXT + 1];
        uint8_t *given = expanded(of, place, bytes, size, &length, &memory);
        if (given)
            sha256_text(given, length, hash);
        if (!given)
            tell(of, "text-left", place, L"The file's encoding has no place for a value of this machine; its variables stay as they are");
        else if (GetFileAttributesW(kept_file(of, place)) != INVALID_FILE_ATTRIBUTES)
            tell(of, "text-left", place, L"What the last session made of it could not be put away");
        else if (!keep(of, place, bytes, size, hash, &written) || !put(of, file, given, length, &written))
            tell_error(of, place);
    }
    arena_release(&memory);
    memory_free(bytes);
}

/* An application has written it: values that it wrote become variables where that loses nothing. */
static bool put_changed(const work *of, const wchar_t *place, const uint8_t *bytes, size_t size)
{
    size_t length;
    arena memory = {0};
    FILETIME written;
    wchar_t *file = full(of, place);
    times_of(file, &written);
    uint8_t *stored = folded(of, place, bytes, size, &length, &memory);
    bool done = !stored || put(of, file, stored, length, &written);
    arena_release(&memory);
    return done;
}

static bool put_away_kept(const work *of, const kept *from)
{
    size_t size;
    char hash[SHA256_TEXT + 1];
    wchar_t *file = full(of, from->place);
    uint8_t *now = file_read(file, &size);
    if (!now)
        return GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND;
    bool done = true;
    sha256_text(now, size, hash);
    if (!memcmp(hash, from->all, SHA256_TEXT)) {
        FILETIME written;
        times_of(from->file, &written);
        done = put(of, file, from->original, from->size, &written);
    } else if (size != from->size || memcmp(now, from->original, size)) {
        done = put_changed(of, from->place, now, size);
    }
    memory_free(now);
    return done;
}

static void put_away(work *of, const wchar_t *place)
{
    kept from = {0};
    of->found = true;
    if (wcschr(place, L'.') || !wcscmp(wcsrchr(place, L'\\'), L"\\new")) {
        DeleteFileW(full(of, place)); /* of a write that was cut short */
        return;
    }
    if (!read_kept(full(of, place), &from))
        tell(of, "text-left", place, L"This is not what the runtime keeps here");
    else if (put_away_kept(of, &from))
        DeleteFileW(from.file);
    else
        tell_error(of, from.place);
    memory_free(from.all);
}

/* A text that had nothing to be put in, or is new: the session's values in it become variables. */
static void fold_other(work *of, const wchar_t *place)
{
    size_t size;
    if (GetFileAttributesW(kept_file(of, place)) != INVALID_FILE_ATTRIBUTES)
        return;
    uint8_t *bytes = file_read(full(of, place), &size);
    if (!bytes)
        return;
    arena memory = {0};
    encoding as = size > LARGEST ? ENCODING_NONE : encoding_of(bytes, size, place);
    bool whole = as != ENCODING_NONE && !variables_in(encoding_read(as, bytes, size, &memory));
    if (whole && !put_changed(of, place, bytes, size))
        tell_error(of, place);
    arena_release(&memory);
    memory_free(bytes);
}

static work begin(const machine *here, const wchar_t *log)
{
    return (work){.here = here, .log = log, .with = variables_of(here)};
}

void texts_open(const machine *here, const config *settings, const wchar_t *log)
{
    work of = begin(here, log);
    each_of(&of, L"cache\\texts\\*", put_away);
    if (of.found)
        tell(&of, "texts-recovered", L"cache\\texts", L"The last session was ended by force; its text files have variables again");
    each(&of, settings, take_out);
}

void texts_close(const machine *here, const config *settings, const wchar_t *log)
{
    work of = begin(here, log);
    each(&of, settings, fold_other);
    each_of(&of, L"cache\\texts\\*", put_away);
    RemoveDirectoryW(full(&of, L"cache\\texts"));
}
