#include "store.h"

#include "../failure.h"
#include "../launcher/launcher_failure.h"
#include "../launcher/log.h"
#include "../memory.h"
#include "files.h"
#include "hive_file.h"
#include "image.h"
#include "mark.h"
#include "sweep.h"

#include <stdlib.h>
#include <wchar.h>

BOOLEAN NTAPI SystemFunction036(void *, ULONG); /* RtlGenRandom */

static uint64_t new_session(void)
{
    uint64_t number = 0;
    SystemFunction036(&number, sizeof number);
    return number ? number : 1;
}

static wchar_t *cannot_write(const wchar_t *file, DWORD error)
{
    wchar_t *sentence = memory_get(1024 * sizeof *sentence);
    swprintf(sentence, 1024, L"Can't write %ls (Windows error %lu)", file, error);
    return sentence;
}

static wchar_t *too_much(const wchar_t *file, const regf_error *error)
{
    wchar_t *sentence = memory_get(2048 * sizeof *sentence);
    swprintf(sentence, 2048, L"%ls can't hold what was put into the registry: %hs", file, error->problem);
    return sentence;
}

/* The mark says what the hive is about to be before it is that. */
static const wchar_t *write_hive(const place *at, mark *of, int hive, const regf_key *root)
{
    const hive_place *files = &at->hives[hive];
    size_t size;
    regf_error error;
    uint8_t *bytes = regf_write(root, &size, &error);
    if (!bytes)
        return too_much(files->file, &error);
    of->written[hive] = hive_identity(bytes, size);
    file_make_folders(files->file);
    bool written = mark_write(at, of) && file_replace(files->file, files->temporary, bytes, size);
    DWORD code = GetLastError();
    free(bytes);
    return written ? NULL : cannot_write(files->file, code);
}

/* Somebody changed the hive meanwhile: it stays as it is, and what the session made of it goes beside it. */
static const wchar_t *keep_apart(const place *at, int hive, const regf_key *root)
{
    size_t size;
    regf_error error;
    uint8_t *bytes = regf_write(root, &size, &error);
    if (!bytes)
        return too_much(at->hives[hive].recovered, &error);
    bool written = file_replace(at->hives[hive].recovered, at->hives[hive].temporary, bytes, size);
    DWORD code = GetLastError();
    free(bytes);
    log_event(at->log, "registry-kept-apart", at->hives[hive].file,
              joined(L"The hive was changed while its registry was loaded. It stays as it is; what applications wrote is in ",
                     at->hives[hive].recovered, NULL));
    return written ? NULL : cannot_write(at->hives[hive].recovered, code);
}

static const wchar_t *write_back_hive(const place *at, mark *of, int hive, const image *saved)
{
    hive_file stored;
    wchar_t *sentence;
    if (!hive_file_read(at->hives[hive].file, &stored, &sentence))
        return sentence;
    arena memory = {0};
    const wchar_t *problem = NULL;
    regf_key *root = merge_stored(&saved->with, stored.tree.root, saved->hives[hive], &memory);
    if (root)
        problem = mark_knows(of, hive, stored.identity) ? write_hive(at, of, hive, root) : keep_apart(at, hive, root);
    arena_release(&memory);
    hive_file_release(&stored);
    return problem;
}

static const wchar_t *write_back(const place *at, mark *of)
{
    image saved;
    const wchar_t *problem = image_save(at, &saved);
    for (int i = 0; !problem && i < HIVES; i++)
        problem = write_back_hive(at, of, i, &saved);
    image_release(&saved);
    return problem;
}

static void load(const place *at, const machine *here)
{
    hive_file stored[HIVES];
    regf_key *live[HIVES];
    arena memory = {0};
    wchar_t *sentence;
    variables with = variables_of(here);
    mark made = {.session = new_session()};
    for (int i = 0; i < HIVES; i++) {
        DeleteFileW(at->hives[i].temporary); /* of a write that was cut short */
        if (!hive_file_read(at->hives[i].file, &stored[i], &sentence)) {
            log_event(at->log, "hive-damaged", at->hives[i].file, sentence);
            fail(0, L"%ls", sentence);
        }
        if (stored[i].tree.unclean)
            log_event(at->log, "hive-unclean", at->hives[i].file, L"What Windows had only in the hive's log files is not read");
        made.loaded[i] = stored[i].identity;
        live[i] = merge_live(&with, stored[i].tree.root, &memory);
    }
    if (!mark_write(at, &made))
        fail(GetLastError(), L"Can't write %ls: the container's registry could not be kept", at->mark);
    sentence = image_load(at, made.session, &with, live, &memory);
    if (sentence)
        fail(0, L"%ls", sentence);
    arena_release(&memory);
    for (int i = 0; i < HIVES; i++)
        hive_file_release(&stored[i]);
}

/* Whether the keys that are there are a session's that was not written back. */
static bool is_left(const place *at, mark *found)
{
    uint64_t session = image_session(at);
    if (!mark_read(at, found))
        return false; /* written back, and ended before its keys were gone */
    if (session == found->session)
        return true;
    log_event(at->log, "registry-lost", at->key,
              L"The last session was ended by force; what it may have written to the registry was not kept by the machine");
    return false;
}

void store_open(const place *at, const machine *here, bool running)
{
    mark left;
    failure_code(EXIT_REGISTRY);
    if (is_left(at, &left)) {
        const wchar_t *problem = write_back(at, &left);
        if (problem) {
            log_event(at->log, "registry-not-written", at->key, problem);
            fail(0, L"What the last session wrote to the registry can't be put away. %ls", problem);
        }
        log_event(at->log, "registry-recovered", at->key, L"The last session was ended by force; what it wrote is kept");
        if (running) /* processes of it work on these keys */
            return;
    }
    image_remove(at);
    sweep_sessions();
    load(at, here);
}

const wchar_t *store_close(const place *at)
{
    mark of;
    if (!mark_read(at, &of) || of.session != image_session(at))
        return L"The mark of the container's session is gone; its registry is left as it is";
    const wchar_t *problem = write_back(at, &of);
    if (problem) {
        log_event(at->log, "registry-not-written", at->key, problem);
        return problem;
    }
    mark_remove(at);
    image_remove(at);
    return NULL;
}
