#include "store.h"

#include "../common/failure.h"
#include "../launcher/launcher_failure.h"
#include "../launcher/log.h"
#include "../common/memory.h"
#include "files.h"
#include "hive_file.h"
#include "holder.h"
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

static void load(place *at, const machine *here, bool otherwise)
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
    if (sentence && otherwise && at->holder == &holder_of_hive) {
        log_event(at->log, "registry-by-keys", at->loaded, sentence);
        holder_of_hive.remove(at);
        at->holder = &holder_of_keys;
        sentence = image_load(at, made.session, &with, live, &memory);
    }
    if (sentence) { /* what is not whole there must not be taken for what a session left */
        at->holder->remove(at);
        mark_remove(at);
        fail(0, L"%ls", sentence);
    }
    arena_release(&memory);
    for (int i = 0; i < HIVES; i++)
        hive_file_release(&stored[i]);
}

static void remove_all(const place *at)
{
    holder_of_keys.remove(at);
    holder_of_hive.remove(at);
}

static place in(const place *at, const holder *holder)
{
    place result = *at;
    result.holder = holder;
    return result;
}

/* A hive whose last changes Windows had in its logs is read by Windows alone. */
static void require_readable(const place *at)
{
    uint8_t *bytes;
    regf_tree tree;
    if (GetFileAttributesW(at->loaded) == INVALID_FILE_ATTRIBUTES || holder_of_hive.open(at))
        return;
    DWORD error = GetLastError();
    if (!holder_of_hive.read_unloaded(at, &tree, &bytes))
        fail(error, L"%ls holds what the last session wrote to the registry, and can't be read here. Start the container where it ran"
                    L" last, or remove the file to give that up", at->loaded);
    regf_release(&tree);
    memory_free(bytes);
}

/* What holds a session's registry that was not written back; NULL when nothing does. */
static const holder *holder_of_left(const place *at, mark *found)
{
    static const holder *const HOLDERS[] = {&holder_of_hive, &holder_of_keys};
    if (!mark_read(at, found))
        return NULL; /* written back, and ended before its keys were gone */
    require_readable(at);
    for (size_t i = 0; i < ARRAYSIZE(HOLDERS); i++) {
        place each = in(at, HOLDERS[i]);
        if (image_session(&each) == found->session)
            return HOLDERS[i];
    }
    log_event(at->log, "registry-lost", at->key,
              L"The last session was ended by force; what it may have written to the registry was not kept by the machine");
    return NULL;
}

void store_open(place *at, const machine *here, bool running, bool otherwise)
{
    mark left;
    failure_code(EXIT_REGISTRY);
    const holder *had = holder_of_left(at, &left);
    if (had) {
        place before = in(at, had);
        const wchar_t *problem = write_back(&before, &left);
        if (problem) {
            log_event(at->log, "registry-not-written", at->key, problem);
            fail(0, L"What the last session wrote to the registry can't be put away. %ls", problem);
        }
        log_event(at->log, "registry-recovered", at->key, L"The last session was ended by force; what it wrote is kept");
        if (running) /* processes of it work on these keys */
            return;
    }
    remove_all(at);
    sweep_sessions();
    load(at, here, otherwise);
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
    at->holder->remove(at);
    return NULL;
}
