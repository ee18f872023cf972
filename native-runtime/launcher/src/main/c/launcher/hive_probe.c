#include "hive_probe.h"

#include "../common/memory.h"
#include "../regf/regf.h"
#include "../runtime/app_hive.h"
#include "../store/files.h"
#include "../store/keys.h"
#include "../store/same.h"
#include "../store/text_buffer.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { PATIENCE = 30000, MOMENT = 10 /* milliseconds */, ANSWER_LENGTH = 512 };
static const wchar_t ASKED[] = L"asked", ANSWERED[] = L"answered";

NTSYSAPI NTSTATUS NTAPI NtFlushKey(HANDLE);

/* What the runtime's marks are made of: the class of a key, and a value of a type that Windows does not know. */
static bool write_file(const wchar_t *file)
{
    regf_value value = {text_of(L"gone"), 0x63746e72, {(const uint8_t *)"", 0}};
    regf_key key = {.name = text_of(L"Key"), .class_name = text_of(L"ctnr.whiteout"), .values = &value, .value_count = 1};
    regf_key *below[] = {&key};
    regf_key root = {.name = text_of(L"ROOT"), .keys = below, .key_count = 1};
    size_t size;
    regf_error error;
    uint8_t *bytes = regf_write(&root, &size, &error);
    bool written = bytes && file_replace(file, joined(file, L".new", NULL), bytes, size);
    free(bytes);
    return written;
}

static HANDLE load(const wchar_t *file, NTSTATUS *status)
{
    HANDLE root;
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, joined(L"\\??\\", file, NULL));
    *status = app_hive_load(&name, &root);
    return *status < 0 ? NULL : root;
}

static bool has_the_key(const regf_key *root)
{
    const regf_key *key = regf_find_key(root, text_of(L"Key"));
    return key && same_text(key->class_name, text_of(L"ctnr.whiteout")) && key->value_count == 1
        && key->values[0].type == 0x63746e72 && same_text(key->values[0].name, text_of(L"gone"));
}

static bool shows_the_key(HANDLE root)
{
    regf_tree tree;
    NTSTATUS status;
    bool shown = keys_get(root, &tree, &status);
    if (shown) {
        growing_settle(&tree);
        shown = has_the_key(tree.root);
    }
    regf_release(&tree);
    return shown;
}

/* By the name of the root as a process sees it, the other one knows handles that it inherits. */
static bool name_of(HANDLE root, wchar_t name[ANSWER_LENGTH])
{
    char room[ANSWER_LENGTH * sizeof *name] __attribute__((aligned(8)));
    UNICODE_STRING *answer = (UNICODE_STRING *)(void *)room;
    if (NtQueryObject(root, (OBJECT_INFORMATION_CLASS)1, answer, sizeof room, NULL) < 0 || !answer->Length)
        return false;
    wmemcpy(name, answer->Buffer, answer->Length / sizeof *name);
    name[answer->Length / sizeof *name] = 0;
    return true;
}

static bool put(HANDLE root, const wchar_t *name, const wchar_t *text)
{
    return !RegSetValueExW(root, name, 0, REG_SZ, (const BYTE *)text, (DWORD)((wcslen(text) + 1) * sizeof *text));
}

static bool is(HANDLE root, const wchar_t *name, const wchar_t *text)
{
    wchar_t found[ANSWER_LENGTH];
    DWORD size = sizeof found;
    return !RegGetValueW(root, NULL, name, RRF_RT_REG_SZ, NULL, found, &size) && !wcscmp(found, text);
}

static bool ask_second_process(const machine *here, const wchar_t *file)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    DWORD code = 1;
    wchar_t *line = joined(L"\"", here->home, L"\\bin\\launcher.exe\" --probe-hive \"", file, L"\"", NULL);
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &startup, &started))
        return false;
    if (WaitForSingleObject(started.hProcess, PATIENCE) != WAIT_OBJECT_0)
        TerminateProcess(started.hProcess, 1);
    GetExitCodeProcess(started.hProcess, &code);
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
    return code == 0;
}

int hive_probe_answer(const wchar_t *file)
{
    NTSTATUS status;
    wchar_t name[ANSWER_LENGTH];
    HANDLE root = load(file, &status);
    if (!root)
        return 1;
    bool right = shows_the_key(root) && is(root, ASKED, file) && name_of(root, name) && put(root, ANSWERED, name);
    app_hive_unload(root);
    return right ? 0 : 2;
}

/* With the root loaded. */
static const wchar_t *try(const machine *here, const wchar_t *file, HANDLE root)
{
    wchar_t name[ANSWER_LENGTH];
    if (!shows_the_key(root))
        return L"Windows says that it loaded a hive, and the key that it gives does not show what is in it";
    if (!put(root, ASKED, file) || !is(root, ASKED, file) || !name_of(root, name))
        return L"a hive that Windows loaded does not keep what is written to it";
    if (!ask_second_process(here, file))
        return L"a second process does not find what the first wrote to a hive that Windows loaded";
    if (!is(root, ANSWERED, name))
        return L"what a second process writes to a hive that Windows loaded does not reach the first";
    return NtFlushKey(root) < 0 ? L"Windows does not write a hive that it loaded" : NULL;
}

/* Windows may take a moment to let go of the file, and nothing tells of it. */
static uint8_t *read_when_free(const wchar_t *file, size_t *size)
{
    for (ULONGLONG until = GetTickCount64() + PATIENCE / 10;;) {
        uint8_t *bytes = file_read(file, size);
        if (bytes || GetLastError() != ERROR_SHARING_VIOLATION || GetTickCount64() >= until)
            return bytes;
        Sleep(MOMENT);
    }
}

static bool file_has_both(const wchar_t *file)
{
    size_t size = 0;
    regf_tree tree;
    regf_error error;
    uint8_t *bytes = read_when_free(file, &size);
    bool right = bytes && regf_read(bytes, size, &tree, &error);
    if (right) {
        right = !tree.unclean && has_the_key(tree.root) && regf_find_value(tree.root, text_of(ASKED))
             && regf_find_value(tree.root, text_of(ANSWERED));
        regf_release(&tree);
    }
    memory_free(bytes);
    return right;
}

const wchar_t *hive_probe(const machine *here)
{
    wchar_t number[16];
    NTSTATUS status;
    swprintf(number, ARRAYSIZE(number), L"%lu", GetCurrentProcessId());
    const wchar_t *file = joined(here->root, L"\\logs\\registry.probe-", number, NULL);
    file_make_folders(file);
    if (!write_file(file))
        return joined(L"a hive can't be written to ", here->root, L"\\logs", NULL);
    HANDLE root = load(file, &status);
    const wchar_t *problem = NULL;
    if (root) {
        problem = try(here, file, root);
        app_hive_unload(root);
        if (!problem && !file_has_both(file))
            problem = L"the file of a hive that Windows unloaded does not hold what was written to it";
    } else {
        swprintf(number, ARRAYSIZE(number), L"%08lx", status);
        problem = joined(L"Windows loads no hive from ", here->root, L"\\logs (status ", number, L")", NULL);
    }
    if (!file_remove_all(file) && !problem)
        problem = L"Windows does not let go of a hive that it unloaded";
    return problem;
}
