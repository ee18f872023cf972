#include "image.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "../session/step.h"
#include "exchange.h"
#include "holder.h"
#include "keys.h"
#include "same.h"
#include "step.h"
#include "text_buffer.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static const wchar_t STATE[] = STATE_KEY, SESSION[] = L"Session";

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

static wchar_t *could_not(const wchar_t *format, unsigned long code)
{
    wchar_t *sentence = memory_get(256 * sizeof *sentence);
    swprintf(sentence, 256, format, code);
    return sentence;
}

bool image_is(const place *at, uint64_t session, regf_key *const hives[HIVES])
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
    regf_key root = {.name = text_of(L"ROOT"), .keys = below, .key_count = HIVES + 1};
    uint32_t doubles;
    for (int i = 0; i < HIVES; i++) {
        below[i] = text_memory(memory, sizeof *below[i]);
        *below[i] = *hives[i];
        below[i]->name = text_of(at->hives[i].key);
        below[i]->flags = 0;
    }
    below[HIVES] = state_of(session, with, memory);
    if (!regf_settle(below[HIVES], memory, &doubles))
        fail(ERROR_NOT_ENOUGH_MEMORY, L"There is no memory for the container's registry");
    return at->holder->load(at, session, &root);
}

static const regf_key *child(const regf_key *of, const wchar_t *name)
{
    return regf_find_key(of, text_of(name));
}

static uint64_t session_in(const regf_tree *tree)
{
    uint64_t session = 0;
    const regf_key *state = child(tree->root, STATE);
    const regf_value *value = state ? regf_find_value(state, text_of(SESSION)) : NULL;
    if (value && value->data.size == sizeof session)
        memcpy(&session, value->data.bytes, sizeof session);
    return session;
}

static uint64_t session_unloaded(const place *at)
{
    uint8_t *bytes = NULL;
    regf_tree tree;
    if (!at->holder->read_unloaded || !at->holder->read_unloaded(at, &tree, &bytes))
        return 0;
    uint64_t session = session_in(&tree);
    regf_release(&tree);
    memory_free(bytes);
    return session;
}

uint64_t image_session(const place *at)
{
    uint64_t session = 0;
    DWORD size = sizeof session;
    HANDLE key = at->holder->open(at);
    if (!key)
        return session_unloaded(at);
    LSTATUS error = RegGetValueW(key, STATE, SESSION, RRF_RT_REG_BINARY | RRF_SUBKEY_WOW6464KEY, NULL, &session, &size);
    at->holder->close(key);
    return !error && size == sizeof session ? session : 0;
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
    NTSTATUS status = 0;
    *saved = (image){0};
    HANDLE key = at->holder->open(at);
    bool whole = key ? exchange_save(at, key, &saved->tree, &saved->bytes) || keys_get(key, &saved->tree, &status)
                     : at->holder->read_unloaded && at->holder->read_unloaded(at, &saved->tree, &saved->bytes);
    if (key)
        at->holder->close(key);
    if (!whole) {
        image_release(saved);
        return key ? could_not(L"Can't read the container's registry (status %08lx)", (unsigned long)status)
                   : could_not(L"Can't open what holds the container's registry (Windows error %lu)", GetLastError());
    }
    growing_settle(&saved->tree);
    saved->session = session_in(&saved->tree);
    take_state(saved);
    for (int i = 0; i < HIVES; i++) {
        saved->hives[i] = (regf_key *)child(saved->tree.root, at->hives[i].key);
        if (!saved->hives[i]) { /* an application took it away, so far as it could */
            saved->hives[i] = growing_memory(&saved->tree, sizeof *saved->hives[i]);
            *saved->hives[i] = (regf_key){.name = text_of(at->hives[i].key)};
        }
    }
    const regf_key *state = child(saved->tree.root, STATE);
    if (state)
        step_finish(&saved->tree, state);
    return NULL;
}

void image_release(image *saved)
{
    regf_release(&saved->tree);
    memory_free(saved->bytes);
    saved->bytes = NULL;
}
