#include "observe.h"

#include "name.h"
#include "trace.h"

void observe_path(const char *operation, text path, text other)
{
    json_line line;
    trace_begin(&line, operation);
    json_text(&line, "path", path);
    if (other.length)
        json_text(&line, "to", other);
    trace_finish(&line);
}

void observe_name(const char *operation, const OBJECT_ATTRIBUTES *attributes)
{
    scratch memory;
    name name;
    scratch_begin(&memory);
    if (name_of(&memory, attributes, &name))
        observe_path(operation, name.view, TEXT_OF(""));
    scratch_release(&memory);
}

void observe_handle(const char *operation, HANDLE file)
{
    scratch memory;
    name name;
    bool ignored;
    scratch_begin(&memory);
    if (name_of_handle(&memory, file, &name, &ignored))
        observe_path(operation, name.view, TEXT_OF(""));
    scratch_release(&memory);
}

static text wide(scratch *in, const char *ascii)
{
    size_t length = 0;
    while (ascii[length])
        length++;
    wchar_t *copy = scratch_get(in, (length + 1) * sizeof *copy);
    for (size_t i = 0; i <= length; i++)
        copy[i] = (wchar_t)(unsigned char)ascii[i];
    return (text){copy, length};
}

static void install(const hook_entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (hook_one(&entries[i]) >= HOOK_UNKNOWN) {
            scratch memory;
            scratch_begin(&memory);
            event("not-observed", wide(&memory, entries[i].name), STATUS_NOT_SUPPORTED);
            scratch_release(&memory);
        }
}

void observe_install(void)
{
    install(observed_files, observed_file_count);
    install(observed_keys, observed_key_count);
    install(observed_processes, observed_process_count);
}
