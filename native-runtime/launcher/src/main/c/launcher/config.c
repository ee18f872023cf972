#include "config.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "../common/utf8.h"
#include "launcher_failure.h"
#include "yaml.h"

#include <string.h>
#include <wchar.h>
#include <windows.h>

static char *read_file(const wchar_t *file, size_t *length)
{
    enum { LARGEST = 16 << 20 };
    HANDLE handle = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                                OPEN_EXISTING, 0, NULL);
    if (handle == INVALID_HANDLE_VALUE)
        fail(GetLastError(), L"Can't read %ls, which says how the container runs", file);
    LARGE_INTEGER size;
    if (!GetFileSizeEx(handle, &size) || size.QuadPart > LARGEST)
        fail(0, L"%ls is too large for a configuration file", file);
    char *bytes = memory_get((size_t)size.QuadPart + 1);
    DWORD count;
    if (!ReadFile(handle, bytes, (DWORD)size.QuadPart, &count, NULL))
        fail(GetLastError(), L"Can't read %ls", file);
    CloseHandle(handle);
    *length = count;
    return bytes;
}

static const wchar_t *wide(const yaml_node *node)
{
    if (node->kind != YAML_TEXT || node->folded)
        yaml_refuse(node, "a text on one line was expected");
    wchar_t *text = utf8_to_utf16(node->text, strlen(node->text));
    if (!text)
        yaml_refuse(node, "this text is not UTF-8");
    return text;
}

static const wchar_t *optional(const yaml_node *map, const char *key)
{
    const yaml_node *node = yaml_member(map, key);
    return node ? wide(node) : NULL;
}

static const wchar_t *required(const yaml_node *map, const char *key, const char *missing)
{
    const yaml_node *node = yaml_member(map, key);
    if (!node)
        yaml_refuse(map, missing);
    return wide(node);
}

static const yaml_node *list(const yaml_node *map, const char *key, size_t *count)
{
    const yaml_node *node = yaml_member(map, key);
    *count = 0;
    if (!node)
        return NULL;
    if (node->kind != YAML_LIST)
        yaml_refuse(node, "a list was expected");
    for (const yaml_node *item = node->first; item; item = item->next) {
        if (item->kind != YAML_MAP)
            yaml_refuse(item, "a map was expected");
        ++*count;
    }
    return node->first;
}

/* A place of the container: relative, without steps out of it. */
static const wchar_t *inside(const yaml_node *node, const char *problem)
{
    wchar_t *path = (wchar_t *)wide(node);
    for (wchar_t *c = path; *c; c++) {
        if (*c == L'/')
            *c = L'\\';
        if (*c == L':' || (c[0] == L'.' && c[1] == L'.' && (c == path || c[-1] == L'\\') && (!c[2] || c[2] == L'/' || c[2] == L'\\')))
            yaml_refuse(node, problem);
    }
    size_t length = wcslen(path);
    while (length && path[length - 1] == L'\\')
        path[--length] = 0;
    if (!length || *path == L'\\')
        yaml_refuse(node, problem);
    return path;
}

static const wchar_t *folder(const yaml_node *paths, const char *key, const wchar_t *usual)
{
    const yaml_node *node = yaml_member(paths, key);
    return node ? inside(node, "a folder inside the container was expected") : usual;
}

static void read_texts(const yaml_node *root, config *result)
{
    const yaml_node *node = yaml_member(root, "text_files");
    size_t capacity = 0;
    if (node && node->kind != YAML_LIST)
        yaml_refuse(node, "a list was expected");
    for (const yaml_node *item = node ? node->first : NULL; item; item = item->next) {
        const wchar_t *path = inside(item, "a file inside the container was expected");
        result->texts = memory_room(result->texts, result->text_count, &capacity, sizeof *result->texts);
        result->texts[result->text_count++] = path;
    }
}

/* Which of the names (a NULL behind the last) the key has; usual when there is no such key, which -1 does not allow. */
static int one_of(const yaml_node *map, const char *key, const char *const *names, int usual, const char *problem)
{
    const yaml_node *node = yaml_member(map, key);
    if (!node && usual >= 0)
        return usual;
    for (int i = 0; node && node->kind == YAML_TEXT && names[i]; i++)
        if (!strcmp(node->text, names[i]))
            return i;
    yaml_refuse(node ? node : map, problem);
}

static access_mode mode_of(const yaml_node *rule)
{
    static const char *const NAMES[] = {"merged", "isolated", "host", NULL};
    return (access_mode)one_of(rule, "mode", NAMES, -1, "a rule's mode is one of merged, isolated, host");
}

static void read_services(const yaml_node *root, config *result)
{
    static const char *const TYPES[] = {"windows-service", NULL}, *const MODES[] = {"stub", "shared", NULL};
    static const char *const STARTS[] = {"auto", "manual", "disabled", NULL};
    const yaml_node *item = list(root, "services", &result->service_count);
    result->services = memory_get((result->service_count + 1) * sizeof *result->services);
    for (size_t i = 0; item; item = item->next) {
        one_of(item, "type", TYPES, 0, "a service's type is windows-service");
        result->services[i++] = (service){
            required(item, "name", "a service needs a name"),
            optional(item, "command"),
            SERVICE_AUTO_START + (unsigned long)one_of(item, "start", STARTS, 1, "a service's start is one of auto, manual, disabled"),
            one_of(item, "mode", MODES, 0, "a service's mode is one of stub, shared") == 1,
        };
    }
}

static isolation_rule *rules(const yaml_node *root, const char *layer, size_t *count)
{
    const yaml_node *item = list(yaml_member(root, "isolation"), layer, count);
    isolation_rule *result = memory_get((*count + 1) * sizeof *result);
    for (size_t i = 0; item; item = item->next)
        result[i++] = (isolation_rule){required(item, "path", "a rule needs a path"), mode_of(item)};
    return result;
}

static void read_lists(const yaml_node *root, config *result)
{
    const yaml_node *item = list(root, "entrypoints", &result->entrypoint_count);
    result->entrypoints = memory_get((result->entrypoint_count + 1) * sizeof *result->entrypoints);
    for (size_t i = 0; item; item = item->next) {
        const yaml_node *usual = yaml_member(item, "default");
        result->entrypoints[i++] = (entry_point){
            required(item, "name", "an entry point needs a name"),
            required(item, "target", "an entry point needs a target"),
            optional(item, "args"),
            optional(item, "cwd"),
            usual && usual->kind == YAML_TEXT && !strcmp(usual->text, "true"),
        };
    }
    item = list(root, "env", &result->variable_count);
    result->variables = memory_get((result->variable_count + 1) * sizeof *result->variables);
    for (size_t i = 0; item; item = item->next)
        result->variables[i++] = (variable){required(item, "key", "a variable needs a key"),
                                            required(item, "value", "a variable needs a value")};
    result->rules = rules(root, "filesystem", &result->rule_count);
    result->key_rules = rules(root, "registry", &result->key_rule_count);
}

static void read_hashes(const yaml_node *root, config *result)
{
    const yaml_node *hashes = yaml_member(root, "hashes");
    const yaml_node *item = list(hashes, "runtime", &result->hash_count);
    const yaml_node *algorithm = yaml_member(hashes, "algorithm");
    if (algorithm && (algorithm->kind != YAML_TEXT || strcmp(algorithm->text, "sha256")))
        yaml_refuse(algorithm, "the algorithm of hashes is sha256");
    result->hashes = memory_get((result->hash_count + 1) * sizeof *result->hashes);
    for (size_t i = 0; item; item = item->next)
        result->hashes[i++] = (variable){required(item, "path", "a file of the runtime needs a path"),
                                         required(item, "hash", "a file of the runtime needs a hash")};
}

static const provider *provider_of(const yaml_node *hooks, bool files)
{
    const yaml_node *node = yaml_member(hooks, files ? "filesystem" : "registry");
    const provider *chosen = provider_named(node && node->kind == YAML_TEXT ? node->text : node ? "" : "detours", files);
    if (!chosen)
        yaml_refuse(node, files ? "runtime.hooks.filesystem is one of detours, winfsp, minifilter"
                                : "runtime.hooks.registry is one of detours, minifilter, mixed");
    return chosen;
}

config config_read(const wchar_t *file)
{
    size_t length;
    failure_code(EXIT_CONFIG);
    char *bytes = read_file(file, &length);
    yaml_node *root = yaml_read(bytes, length, file);
    if (root->kind != YAML_MAP)
        yaml_refuse(root, "'key: value' was expected");
    config result = {.file = file};
    const yaml_node *paths = yaml_member(root, "paths");
    result.program_files = folder(paths, "program_files", L"rootfs\\ProgramFiles");
    result.appdata = folder(paths, "appdata", L"user\\AppData\\Roaming");
    result.local_appdata = folder(paths, "local_appdata", L"user\\LocalAppData");
    result.temp = folder(paths, "temp", L"temp");
    const yaml_node *hooks = yaml_member(yaml_member(root, "runtime"), "hooks");
    result.files = provider_of(hooks, true);
    result.registry = provider_of(hooks, false);
    read_hashes(root, &result);
    read_lists(root, &result);
    read_services(root, &result);
    read_texts(root, &result);
    memory_free(bytes);
    return result;
}

const entry_point *config_entry(const config *from, const wchar_t *name)
{
    for (size_t i = 0; i < from->entrypoint_count; i++) {
        const entry_point *entry = &from->entrypoints[i];
        if (name ? CompareStringOrdinal(entry->name, -1, name, -1, TRUE) == CSTR_EQUAL : entry->is_default)
            return entry;
    }
    if (name)
        fail(0, L"There is no entry point '%ls' in %ls", name, from->file);
    if (!from->entrypoint_count)
        fail(0, L"There is nothing to start: %ls has no entrypoints", from->file);
    return from->entrypoints;
}
