#include "machine.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "../common/nt.h"
#include "launcher_failure.h"

#include <shlobj.h>
#include <stdarg.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

enum { LONGEST = 32768 };

wchar_t *joined(const wchar_t *first, ...)
{
    va_list parts;
    size_t length = 0;
    va_start(parts, first);
    for (const wchar_t *part = first; part; part = va_arg(parts, const wchar_t *))
        length += wcslen(part);
    va_end(parts);
    wchar_t *result = memory_get((length + 1) * sizeof *result);
    *result = 0;
    va_start(parts, first);
    for (const wchar_t *part = first; part; part = va_arg(parts, const wchar_t *))
        wcscat(result, part);
    va_end(parts);
    return result;
}

unsigned long long path_digest(const wchar_t *path)
{
    unsigned long long digest = 0xcbf29ce484222325;
    wchar_t *folded = joined(path, NULL);
    CharUpperW(folded);
    for (const wchar_t *c = folded; *c; c++)
        digest = (digest ^ *c) * 0x100000001b3;
    memory_free(folded);
    return digest;
}

static wchar_t *buffer(void)
{
    return memory_get(LONGEST * sizeof(wchar_t));
}

/* The folder as handles name it, however it was spelled. */
static wchar_t *final_path(const wchar_t *path)
{
    HANDLE folder = CreateFileW(path, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                                FILE_FLAG_BACKUP_SEMANTICS, NULL);
    wchar_t *name = buffer();
    DWORD length = folder == INVALID_HANDLE_VALUE ? 0 : GetFinalPathNameByHandleW(folder, name, LONGEST, 0);
    if (folder != INVALID_HANDLE_VALUE)
        CloseHandle(folder);
    if (!length || length >= LONGEST)
        return joined(path, NULL);
    return wcsncmp(name, L"\\\\?\\", 4) ? name : name + 4;
}

static const wchar_t *container_root(void)
{
    wchar_t *path = buffer();
    if (!GetModuleFileNameW(NULL, path, LONGEST))
        fail(GetLastError(), L"Windows does not say where this program lies");
    for (int up = 0; up < 2; up++) { /* from bin\launcher.exe */
        wchar_t *slash = wcsrchr(path, L'\\');
        if (!slash)
            fail(0, L"%ls does not lie in a container: it belongs in its folder bin", path);
        *slash = 0;
    }
    wchar_t *root = final_path(path);
    if (!root[0] || root[1] != L':' || root[2] != L'\\')
        fail(0, L"The container lies at %ls, which has no drive letter; map the share to a drive and start it there", root);
    return root;
}

static const wchar_t *known_folder(const KNOWNFOLDERID *id, const wchar_t *usual)
{
    wchar_t *path;
    if (FAILED(SHGetKnownFolderPath(id, KF_FLAG_DONT_VERIFY, NULL, &path)))
        return usual;
    return path[0] && path[1] == L':' ? path : usual;
}

/* Its name is the user's SID. */
static const wchar_t *user_key(void)
{
    UNICODE_STRING path;
    if (RtlFormatCurrentUserKeyPath(&path) < 0)
        fail(0, L"Windows does not say where the user's registry is");
    wchar_t *key = memory_get(path.Length + sizeof *key);
    memcpy(key, path.Buffer, path.Length);
    key[path.Length / sizeof *key] = 0;
    RtlFreeUnicodeString(&path);
    return key;
}

machine machine_here(void)
{
    machine here = {.root = container_root()};
    here.home = here.root;
    wchar_t *windows = buffer();
    GetSystemWindowsDirectoryW(windows, LONGEST);
    here.windows = windows;
    wchar_t *system = joined(windows, NULL);
    system[2] = 0;
    here.system = system;
    here.program_files = joined(system, L"\\Program Files", NULL);
    here.profile = known_folder(&FOLDERID_Profile, joined(system, L"\\Users\\Default", NULL));
    here.appdata = known_folder(&FOLDERID_RoamingAppData, joined(here.profile, L"\\AppData\\Roaming", NULL));
    here.local_appdata = known_folder(&FOLDERID_LocalAppData, joined(here.profile, L"\\AppData\\Local", NULL));
    wchar_t *temp = buffer(), *whole = buffer();
    GetTempPathW(LONGEST, temp);
    if (!GetLongPathNameW(temp, whole, LONGEST))
        wcscpy(whole, temp);
    for (size_t length = wcslen(whole); length > 3 && whole[length - 1] == L'\\';)
        whole[--length] = 0;
    here.temp = whole;
    here.user_key = user_key();
    here.sid = wcsrchr(here.user_key, L'\\') + 1;
    return here;
}

const wchar_t *machine_variable(const machine *here, const wchar_t *name)
{
    const struct {
        const wchar_t *name, *value;
    } variables[] = {
        {L"CONTAINER_ROOT", here->root},
        {L"CONTAINER_APPDATA", here->appdata},
        {L"CONTAINER_LOCALAPPDATA", here->local_appdata},
        {L"CONTAINER_TEMP", here->temp},
        {L"CONTAINER_PROGRAMFILES", here->program_files},
        {L"CONTAINER_USERPROFILE", here->profile},
        {L"CONTAINER_USERSID", here->sid},
        {L"CONTAINER_PERCENT", L"%"},
    };
    for (size_t i = 0; i < ARRAYSIZE(variables); i++)
        if (!_wcsicmp(variables[i].name, name))
            return variables[i].value;
    wchar_t *value = buffer();
    const wchar_t *asked = !_wcsicmp(name, L"CONTAINER_USERNAME")       ? L"USERNAME"
                           : !_wcsicmp(name, L"CONTAINER_COMPUTERNAME") ? L"COMPUTERNAME"
                                                                        : name;
    DWORD length = GetEnvironmentVariableW(asked, value, LONGEST);
    return length && length < LONGEST ? value : NULL;
}

wchar_t *machine_expand(const machine *here, const wchar_t *text)
{
    wchar_t *result = joined(L"", NULL);
    while (*text) {
        const wchar_t *start = wcschr(text, L'%'), *end = start ? wcschr(start + 1, L'%') : NULL;
        if (!end)
            return joined(result, text, NULL);
        wchar_t *name = joined(start + 1, NULL);
        name[end - start - 1] = 0;
        wchar_t *before = joined(text, NULL);
        before[start - text] = 0;
        const wchar_t *value = machine_variable(here, name);
        if (value) {
            result = joined(result, before, value, NULL);
            text = end + 1;
        } else { /* the second percent sign may begin the next name */
            before[start - text] = L'%';
            before = joined(text, NULL);
            before[end - text] = 0;
            result = joined(result, before, NULL);
            text = end;
            if (!wcschr(end + 1, L'%'))
                return joined(result, text, NULL);
        }
    }
    return result;
}
