#include "registry.h"

#include "../failure.h"
#include "../memory.h"
#include "../nt.h"

#include <string.h>
#include <wchar.h>
#include <windows.h>

registry registry_of(const wchar_t *id)
{
    UNICODE_STRING user;
    if (RtlFormatCurrentUserKeyPath(&user) < 0)
        fail(0, L"Windows does not say where the user's registry is");
    wchar_t *root = memory_get(user.Length + sizeof *root);
    memcpy(root, user.Buffer, user.Length);
    root[user.Length / sizeof *root] = 0;
    RtlFreeUnicodeString(&user);
    registry keys = {.id = id, .path = joined(L"Software\\Ctnr\\Sessions\\", id, NULL)};
    keys.key = joined(root, L"\\", keys.path, NULL);
    keys.user = joined(keys.key, L"\\HKCU", NULL);
    keys.machine = joined(keys.key, L"\\HKLM-SW", NULL);
    return keys;
}

/* Another container may just be taking the empty keys on the way down away. */
static void make(const wchar_t *path)
{
    enum { TRIES = 16 };
    LSTATUS status = ERROR_SUCCESS;
    HKEY key;
    for (int i = 0; i < TRIES; i++) {
        status = RegCreateKeyExW(HKEY_CURRENT_USER, path, 0, NULL, 0, KEY_READ | KEY_WRITE, NULL, &key, NULL);
        if (status == ERROR_SUCCESS) {
            RegCloseKey(key);
            return;
        }
    }
    fail((DWORD)status, L"Can't make the key HKCU\\%ls for the container's registry", path);
}

void registry_open(const registry *keys, const machine *here, bool running)
{
    (void)here;
    if (!running)
        RegDeleteTreeW(HKEY_CURRENT_USER, keys->path);
    make(joined(keys->path, L"\\HKCU", NULL));
    make(joined(keys->path, L"\\HKLM-SW", NULL));
}

void registry_close(const registry *keys, const machine *here)
{
    (void)here;
    RegDeleteTreeW(HKEY_CURRENT_USER, keys->path);
    RegDeleteKeyW(HKEY_CURRENT_USER, L"Software\\Ctnr\\Sessions"); /* both fail while they hold something */
    RegDeleteKeyW(HKEY_CURRENT_USER, L"Software\\Ctnr");
}
