#include "sweep.h"

#include "../common/memory.h"
#include "keys.h"
#include "place.h"

#include <wchar.h>

static bool is_running(const wchar_t *id)
{
    HANDLE section = OpenFileMappingW(FILE_MAP_READ, FALSE, joined(L"Local\\", id, NULL));
    if (section)
        CloseHandle(section);
    return section != NULL;
}

/*
 * The mark is there before the keys are, and goes before they do. A drive that is not there now may come back, with what
 * its container left.
 */
static bool is_wanted(HKEY session)
{
    enum { LONGEST = 32768 };
    wchar_t *root = memory_get((LONGEST + 1) * sizeof *root);
    DWORD size = LONGEST * sizeof *root;
    bool wanted = false;
    if (!RegGetValueW(session, L"State", L"ROOT", RRF_RT_REG_BINARY | RRF_SUBKEY_WOW6464KEY, NULL, root, &size)
        && size > 3 * sizeof *root) {
        root[size / sizeof *root] = 0;
        wanted = GetFileAttributesW(joined(root, L"\\logs\\registry.session", NULL)) != INVALID_FILE_ATTRIBUTES;
        root[3] = 0;
        wanted = wanted || GetFileAttributesW(root) == INVALID_FILE_ATTRIBUTES;
    }
    memory_free(root);
    return wanted;
}

void sweep_sessions(void)
{
    HKEY sessions;
    if (RegOpenKeyExW(HKEY_CURRENT_USER, SESSIONS, 0, KEY_READ | KEY_WOW64_64KEY, &sessions))
        return;
    wchar_t id[256];
    for (DWORD index = 0, length = ARRAYSIZE(id); !RegEnumKeyExW(sessions, index, id, &length, NULL, NULL, NULL, NULL);
         length = ARRAYSIZE(id)) {
        HKEY session;
        index++;
        if (RegOpenKeyExW(sessions, id, 0, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &session))
            continue;
        if (is_running(id) || is_wanted(session))
            RegCloseKey(session);
        else if (keys_remove(session))
            index--;
    }
    RegCloseKey(sessions);
}
