#include "session.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "../session/ring.h"
#include "../session/services.h"
#include "../store/holder.h"
#include "../store/store.h"
#include "../store/texts.h"
#include "copies.h"
#include "holders.h"
#include "launcher_failure.h"
#include "registry_choice.h"

#include <string.h>
#include <wchar.h>
#include <windows.h>
#include <winternl.h>

/* One name for each container: of its folder. */
static wchar_t *id_of(const wchar_t *root)
{
    wchar_t *name = memory_get(64 * sizeof *name);
    swprintf(name, 64, L"ctnr-%016llx", path_digest(root));
    return name;
}

/* One launcher at a time makes the session, or puts it away. */
static HANDLE lock(const wchar_t *id)
{
    HANDLE mutex = CreateMutexW(NULL, FALSE, joined(L"Local\\", id, L"-start", NULL));
    if (!mutex)
        fail(GetLastError(), L"Can't make the lock of the container's session");
    WaitForSingleObject(mutex, INFINITE);
    return mutex;
}

static void unlock(HANDLE mutex)
{
    ReleaseMutex(mutex);
    CloseHandle(mutex);
}

/* The name as processes with nothing but ntdll open it. */
static wchar_t *full_name(HANDLE section)
{
    enum { SIZE = 2048 };
    UNICODE_STRING *name = memory_get(SIZE);
    if (NtQueryObject(section, (OBJECT_INFORMATION_CLASS)1, name, SIZE, NULL) < 0 || !name->Length)
        fail(0, L"Windows does not say the name of the session's section");
    wchar_t *copy = memory_get(name->Length + sizeof *copy);
    memcpy(copy, name->Buffer, name->Length);
    copy[name->Length / sizeof *copy] = 0;
    if (wcslen(copy) >= SESSION_NAME_LENGTH * 2)
        fail(0, L"The name of the session's section is too long: %ls", copy);
    return copy;
}

/* The import table of a program can hold only plain letters: a short name stands in for a folder of any other. */
static const wchar_t *plain_path(const machine *here, const wchar_t *file)
{
    wchar_t *path = joined(here->home, L"\\bin\\runtime\\", file, NULL);
    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
        fail(0, L"%ls is missing: the container's runtime is not whole", path);
    for (const wchar_t *c = path; *c; c++)
        if (*c >= 128) {
            wchar_t *brief = memory_get(MAX_PATH * 4 * sizeof *brief);
            DWORD length = GetShortPathNameW(path, brief, MAX_PATH * 4);
            bool plain = length && length < MAX_PATH * 4;
            for (DWORD i = 0; plain && i < length; i++)
                plain = brief[i] < 128;
            if (plain)
                return brief;
            fail(0, L"The container can't be started from %ls: programs can't name a library by that path, and the disk"
                    L" keeps no short names; move the container to a folder of plain letters", here->root);
        }
    return path;
}

static session_list environment(block *in, const machine *here, const config *settings)
{
    block_pair *pairs = memory_get((settings->variable_count + 1) * sizeof *pairs);
    for (size_t i = 0; i < settings->variable_count; i++) {
        pairs[i] = (block_pair){settings->variables[i].key, machine_expand(here, settings->variables[i].value), 0};
        SetEnvironmentVariableW(pairs[i].from, pairs[i].to); /* the next value may name it */
    }
    return block_list(in, pairs, settings->variable_count);
}

static session_list devices(block *in)
{
    block_pair pairs[26 * 2];
    size_t count = 0;
    for (wchar_t letter = L'A'; letter <= L'Z'; letter++) {
        wchar_t drive[3] = {letter, L':', 0};
        wchar_t *target = memory_get(1024 * sizeof *target);
        if (QueryDosDeviceW(drive, target, 1024) && !wcsncmp(target, L"\\Device\\", 8))
            pairs[count++] = (block_pair){joined(drive, NULL), target, 0};
    }
    for (wchar_t letter = L'A'; letter <= L'Z'; letter++) { /* what names of handles begin with comes first */
        wchar_t root[4] = {letter, L':', L'\\', 0}, volume[64];
        if (GetVolumeNameForVolumeMountPointW(root, volume, ARRAYSIZE(volume)) && wcslen(volume) > 5) {
            volume[wcslen(volume) - 1] = 0;
            root[2] = 0;
            pairs[count++] = (block_pair){joined(root, NULL), joined(L"\\??\\", volume + 4, NULL), 0};
        }
    }
    return block_list(in, pairs, count);
}

static session_list services(block *in, const machine *here, const config *settings)
{
    block_pair *pairs = memory_get((settings->service_count + 1) * sizeof *pairs);
    for (size_t i = 0; i < settings->service_count; i++) {
        const service *from = &settings->services[i];
        pairs[i] = (block_pair){from->name, from->command ? machine_expand(here, from->command) : L"",
                                from->start | (from->shared ? SERVICE_SHARED : 0)};
    }
    return block_list(in, pairs, settings->service_count);
}

static const wchar_t *root_of(const place *keys, int hive)
{
    return keys->holder == &holder_of_hive ? keys->hives[hive].key : joined(keys->key, L"\\", keys->hives[hive].key, NULL);
}

static block build(const machine *here, const config *settings, const place *keys, const wchar_t *name, bool trace)
{
    block made;
    bool by_hive = keys->holder == &holder_of_hive;
    block_begin(&made);
    session_header header = {SESSION_MAGIC, SESSION_VERSION, 0, trace ? SESSION_TRACE : 0,
        .name = block_text(&made, name),
        .root = block_text(&made, here->root),
        .log = block_text(&made, joined(here->root, L"\\logs\\events.log", NULL)),
        .launcher = block_text(&made, joined(here->home, L"\\bin\\launcher.exe", NULL)),
        .library_x64 = block_text(&made, plain_path(here, L"x64\\ctnr.dll")),
        .library_x86 = block_text(&made, plain_path(here, L"x86\\ctnr.dll")),
        .windows = block_text(&made, here->windows),
        .places = layout_places(&made, here, settings),
        .junctions = layout_junctions(&made, here),
        .rules = layout_rules(&made, here, settings),
        .environment = environment(&made, here, settings),
        .devices = devices(&made),
        .services = services(&made, here, settings),
        .service_states = block_room(&made, settings->service_count * sizeof(service_state)),
        .registry_provider = keys->holder->provider,
        .registry_file = block_text(&made, by_hive ? joined(L"\\??\\", keys->loaded, NULL) : L""),
        .registry_user = block_text(&made, root_of(keys, 0)),
        .registry_machine = block_text(&made, root_of(keys, 1)),
        .registry_rules = layout_key_rules(&made, settings),
        .holders = block_room(&made, SESSION_HOLDERS * sizeof(session_holder)),
    };
    header.size = (uint32_t)made.used;
    memcpy(made.bytes, &header, sizeof header);
    return made;
}

static void fill(session_header *shared, const block *made, const machine *here)
{
    if (made->used > SESSION_ROOM)
        fail(0, L"config.yml of %ls has more rules and services than fit", here->root);
    memcpy(shared, made->bytes, made->used);
}

/* Its section, and whether it is another's that runs. */
static session_header *share(const machine *here, const wchar_t *id, HANDLE *section, bool *running)
{
    *section = CreateFileMappingW(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, SESSION_SIZE, joined(L"Local\\", id, NULL));
    *running = GetLastError() == ERROR_ALREADY_EXISTS;
    session_header *shared = *section ? MapViewOfFile(*section, FILE_MAP_READ | FILE_MAP_WRITE, 0, 0, 0) : NULL;
    if (!shared)
        fail(GetLastError(), L"Can't make the session of the container at %ls", here->root);
    bool made = *running && shared->magic == SESSION_MAGIC;
    if (made && (shared->version != SESSION_VERSION || _wcsicmp(session_string(shared, shared->root), here->root))) {
        failure_code(EXIT_OTHER_VERSION);
        fail(0, L"The container at %ls is running with another version of the runtime; end it first", here->root);
    }
    return shared;
}

const session_header *session_open(const machine *here, const config *settings, const session_wishes *wishes)
{
    failure_code(EXIT_RUNTIME);
    const wchar_t *id = id_of(here->root);
    place keys = place_of(here, id);
    HANDLE mutex = lock(id), section;
    bool running;
    session_header *shared = share(here, id, &section, &running);
    bool made = running && shared->magic == SESSION_MAGIC;
    keys.holder = made ? registry_joined(wishes->registry, shared) : registry_chosen(wishes->registry, here, NULL);
    failure_code(EXIT_RUNTIME);
    if (!made) {
        block first = build(here, settings, &keys, full_name(section), wishes->trace);
        fill(shared, &first, here);
    } else if (wishes->trace) {
        InterlockedOr((volatile LONG *)&shared->flags, SESSION_TRACE);
    }
    if (!holders_others(shared)) {
        const holder *wanted = keys.holder;
        if (!running)
            copies_sweep(here->root);
        store_open(&keys, here, running, wishes->registry == REGISTRY_WISH_AUTO && !made);
        if (keys.holder != wanted) {
            block again = build(here, settings, &keys, full_name(section), wishes->trace);
            fill(shared, &again, here);
        }
        if (!running)
            texts_open(here, settings, keys.log);
    }
    if (!holders_enter(shared))
        fail(0, L"The container at %ls was started %d times, and all of them still run", here->root, SESSION_HOLDERS);
    unlock(mutex);
    return shared;
}

const wchar_t *session_close(const machine *here, const config *settings, const session_header *session)
{
    const wchar_t *id = id_of(here->root);
    place keys = place_of(here, id);
    keys.holder = holder_in(session);
    HANDLE mutex = lock(id);
    holders_leave(session);
    const wchar_t *problem = NULL;
    if (!holders_others(session)) {
        problem = store_close(&keys);
        texts_close(here, settings, keys.log);
        copies_sweep(here->root);
    }
    unlock(mutex);
    return problem;
}
