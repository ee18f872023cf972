#include "image.h"

#include "../failure.h"
#include "../launcher/log.h"
#include "../memory.h"
#include "../nt.h"
#include "exchange.h"
#include "keys.h"
#include "same.h"
#include "text_buffer.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static const wchar_t STATE[] = L"State", SESSION[] = L"Session";

static regf_text text_of(const wchar_t *text)
{
    return (regf_text){text, (uint32_t)wcslen(text)};
}

/* The session and the variables' values, as a key beside the hives. It comes last: what is loaded key by key is whole then. */
static regf_key *state_of(uint64_t session, const variables *with, arena *memory)
{
    regf_key *state = text_memory(memory, sizeof *state);
    regf_value *values = text_memory(memory, (VARIABLES + 1) * sizeof *values);
    uint8_t *number = text_memory(memory, sizeof session);
    memcpy(number, &session, sizeof session);
    for (int i = 0; i < VARIABLES; i++)
        values[i] = (regf_value){text_of(variable_names[i]), REG_BINARY,
                                 {(const uint8_t *)with->values[i].units, with->values[i].length * 2}};
    values[VARIABLES] = (regf_value){text_of(SESSION), REG_BINARY, {number, sizeof session}};
    *state = (regf_key){.name = text_of(STATE), .values = values, .value_count = VARIABLES + 1};
    return state;
}

/* Another container may just be taking the empty keys on the way down away. */
static HANDLE make_key(const wchar_t *path)
{
    enum { TRIES = 16 };
    HKEY key;
    for (int i = 0; i < TRIES; i++)
        if (!RegCreateKeyExW(HKEY_CURRENT_USER, path, 0, NULL, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, NULL, &key, NULL))
            return key;
    return NULL;
}

static wchar_t *could_not(const wchar_t *format, unsigned long code)
{
    wchar_t *sentence = memory_get(256 * sizeof *sentence);
    swprintf(sentence, 256, format, code);
    return sentence;
}

/* A machine that says that it loaded a tree may have left out what it did not understand: all of it is looked at. */
static bool is_there(const place *at, uint64_t session, regf_key *const hives[HIVES])
{
    image found;
    bool same = image_session(at) == session && !image_save(at, &found);
    if (!same)
        return false;
    for (int i = 0; i < HIVES; i++)
        same = same && same_tree(found.hives[i], hives[i]);
    image_release(&found);
    return same;
}

wchar_t *image_load(const place *at, uint64_t session, const variables *with, regf_key *const hives[HIVES], arena *memory)
{
    regf_key *below[HIVES + 1];
    regf_key root = {.keys = below, .key_count = HIVES + 1};
    for (int i = 0; i < HIVES; i++) {
        below[i] = text_memory(memory, sizeof *below[i]);
        *below[i] = *hives[i];
        below[i]->name = text_of(at->hives[i].key);
        below[i]->flags = 0;
    }
    below[HIVES] = state_of(session, with, memory);
    HANDLE above = make_key(SESSIONS), key = NULL;
    NTSTATUS status = 0;
    bool said = above && exchange_load(above, at, &root), whole = said && is_there(at, session, below);
    if (!whole) {
        if (said)
            log_event(at->log, "registry-by-calls", at->key, L"The machine said that it loaded the registry, and had not; it goes key by key");
        image_remove(at);
        key = make_key(at->path);
        whole = key && keys_put(key, &root, &status);
        if (whole && !is_there(at, session, below))
            log_event(at->log, "registry-differs", at->key, L"The machine does not keep all of the container's registry as it is in the hives");
    }
    if (above)
        CloseHandle(above);
    if (key)
        CloseHandle(key);
    return whole ? NULL : could_not(L"Can't load the container's registry into keys of the user's (status %08lx)", (unsigned long)status);
}

uint64_t image_session(const place *at)
{
    uint64_t session = 0;
    DWORD size = sizeof session;
    if (RegGetValueW(HKEY_CURRENT_USER, joined(at->path, L"\\", STATE, NULL), SESSION, RRF_RT_REG_BINARY | RRF_SUBKEY_WOW6464KEY,
                     NULL, &session, &size))
        return 0;
    return size == sizeof session ? session : 0;
}

static const regf_key *child(const regf_key *of, const wchar_t *name)
{
    return regf_find_key(of, text_of(name));
}

static void take_state(image *saved)
{
    const regf_key *state = child(saved->tree.root, STATE);
    for (int i = 0; state && i < VARIABLES; i++) {
        const regf_value *value = regf_find_value(state, text_of(variable_names[i]));
        if (value)
            saved->with.values[i] = growing_text(&saved->tree, (const uint16_t *)(const void *)value->data.bytes, value->data.size / 2);
    }
}

wchar_t *image_save(const place *at, image *saved)
{
    HKEY key;
    NTSTATUS status;
    *saved = (image){.session = image_session(at)};
    LSTATUS error = RegOpenKeyExW(HKEY_CURRENT_USER, at->path, 0, KEY_READ | KEY_WOW64_64KEY, &key);
    if (error)
        return could_not(L"Can't open the keys of the container's registry (Windows error %lu)", (unsigned long)error);
    bool whole = exchange_save(at, key, &saved->tree, &saved->bytes) || keys_get(key, &saved->tree, &status);
    RegCloseKey(key);
    if (!whole) {
        image_release(saved);
        return could_not(L"Can't read the container's registry (status %08lx)", (unsigned long)status);
    }
    growing_settle(&saved->tree);
    take_state(saved);
    for (int i = 0; i < HIVES; i++) {
        saved->hives[i] = (regf_key *)child(saved->tree.root, at->hives[i].key);
        if (!saved->hives[i]) { /* an application took it away, so far as it could */
            saved->hives[i] = growing_memory(&saved->tree, sizeof *saved->hives[i]);
            *saved->hives[i] = (regf_key){.name = text_of(at->hives[i].key)};
        }
    }
    return NULL;
}

void image_release(image *saved)
{
    regf_release(&saved->tree);
    memory_free(saved->bytes);
    saved->bytes = NULL;
}

void image_remove(const place *at)
{
    HKEY above, key;
    if (!RegOpenKeyExW(HKEY_CURRENT_USER, SESSIONS, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &above)) {
        exchange_unload(above, at);
        if (!RegOpenKeyExW(above, at->id, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &key))
            keys_remove(key);
        RegCloseKey(above);
    }
    RegDeleteKeyW(HKEY_CURRENT_USER, SESSIONS); /* both fail while they hold something */
    RegDeleteKeyW(HKEY_CURRENT_USER, L"Software\\Ctnr");
}
