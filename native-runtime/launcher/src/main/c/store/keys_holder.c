/* Keys of the user's own registry (docs/decisions/0013): any program of the user's could open them. */
#include "holder.h"

#include "../launcher/log.h"
#include "../common/memory.h"
#include "exchange.h"
#include "image.h"
#include "keys.h"
#include "keys_secure.h"

#include <wchar.h>

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

static void tell_refusal(const wchar_t *path, bool list_is_set, NTSTATUS status, void *context)
{
    const place *at = context;
    wchar_t sentence[256];
    swprintf(sentence, 256,
             list_is_set ? L"This machine's user can't give the key the owner or group that an application set; who may do what is set without (status %08lx)"
                         : L"This machine does not take the security descriptor that an application set (status %08lx)",
             (unsigned long)status);
    log_event(at->log, "registry-security-not-set", path, sentence);
}

/* Those that applications set in earlier sessions. */
static void set_descriptors(const place *at, const regf_key *root)
{
    HANDLE key = holder_of_keys.open(at);
    if (!key)
        return;
    for (uint32_t i = 0; i < HIVES; i++)
        keys_secure(key, root->keys[i], at->hives[i].view, tell_refusal, (void *)at);
    CloseHandle(key);
}

/* A machine that says that it loaded a tree may have left out what it did not understand: all of it is looked at. */
static wchar_t *load(const place *at, uint64_t session, const regf_key *root)
{
    HANDLE above = make_key(SESSIONS), key = NULL;
    NTSTATUS status = 0;
    bool said = above && exchange_load(above, at, root), whole = said && image_is(at, session, root->keys);
    if (!whole) {
        if (said)
            log_event(at->log, "registry-by-calls", at->key, L"The machine said that it loaded the registry, and had not; it goes key by key");
        holder_of_keys.remove(at);
        key = make_key(at->path);
        whole = key && keys_put(key, root, &status);
        if (whole && !image_is(at, session, root->keys))
            log_event(at->log, "registry-differs", at->key, L"The machine does not keep all of the container's registry as it is in the hives");
    }
    if (above)
        CloseHandle(above);
    if (key)
        CloseHandle(key);
    if (whole) {
        set_descriptors(at, root);
        return NULL;
    }
    wchar_t *sentence = memory_get(256 * sizeof *sentence);
    swprintf(sentence, 256, L"Can't load the container's registry into keys of the user's (status %08lx)", (unsigned long)status);
    return sentence;
}

static HANDLE open(const place *at)
{
    HKEY key;
    LSTATUS error = RegOpenKeyExW(HKEY_CURRENT_USER, at->path, 0, KEY_READ | KEY_WOW64_64KEY, &key);
    SetLastError((DWORD)error);
    return error ? NULL : key;
}

static void close(HANDLE key)
{
    RegCloseKey(key);
}

/* Nor do the empty keys above it stay. */
static void take_away(const place *at)
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

const holder holder_of_keys = {"keys", REGISTRY_KEYS, load, open, close, NULL, take_away};
