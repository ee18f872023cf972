/* The step's command line is taken as it was written: from behind "--", or from a file that no shell ever saw. */
#include "run_options.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "../common/utf8.h"

#include <string.h>

/* CreateProcess takes no more than this, the final zero included. */
enum { LONGEST_COMMAND = 32767, LONGEST_FILE = LONGEST_COMMAND * UTF8_PER_UNIT + 5 };

static wchar_t *command_from_file(const wchar_t *name)
{
    static char bytes[LONGEST_FILE + 1];
    HANDLE file = CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    DWORD length = 0;
    if (file == INVALID_HANDLE_VALUE || !ReadFile(file, bytes, sizeof bytes, &length, NULL))
        fail(GetLastError(), L"Can't read the command line from %ls", name);
    CloseHandle(file);
    const char *start = bytes;
    if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) /* the mark that Windows' editors put before UTF-8 */
        start += 3, length -= 3;
    while (length && (start[length - 1] == '\n' || start[length - 1] == '\r'))
        length--;
    wchar_t *command = memchr(start, 0, length) ? NULL : utf8_to_utf16(start, length);
    if (!command)
        fail(0, L"The command line in %ls is not UTF-8 text", name);
    return command;
}

static wchar_t *copy(const wchar_t *text)
{
    size_t bytes = (wcslen(text) + 1) * sizeof *text;
    return memcpy(memory_get(bytes), text, bytes);
}

run_options run_options_read(arguments *args)
{
    run_options options = {.grace = 30000, .idle = 5000};
    bool rest_taken = false;
    for (const wchar_t *name; !rest_taken && (name = arguments_next(args));) {
        if (!wcscmp(name, L"--events"))
            options.events = arguments_value(args);
        else if (!wcscmp(name, L"--cwd"))
            options.folder = arguments_value(args);
        else if (!wcscmp(name, L"--timeout"))
            options.timeout = arguments_seconds(args);
        else if (!wcscmp(name, L"--grace"))
            options.grace = arguments_seconds(args);
        else if (!wcscmp(name, L"--idle"))
            options.idle = arguments_seconds(args);
        else if (!wcscmp(name, L"--give-up"))
            options.give_up = arguments_seconds(args);
        else if (!wcscmp(name, L"--stdout"))
            options.out = arguments_value(args);
        else if (!wcscmp(name, L"--stderr"))
            options.err = arguments_value(args);
        else if (!wcscmp(name, L"--observe"))
            options.observe = arguments_value(args);
        else if (!wcscmp(name, L"--keep"))
            options.keep = true;
        else if (!wcscmp(name, L"--command-file"))
            options.command = command_from_file(arguments_value(args));
        else if (!wcscmp(name, L"--")) {
            options.command = copy(arguments_rest(args));
            rest_taken = true;
        } else
            fail_use(L"'run' has no option %ls; the step's command line comes after --", name);
    }
    if (!options.command || !*options.command)
        fail_use(L"'run' needs the step's command line after --, or in --command-file FILE");
    if (wcslen(options.command) >= LONGEST_COMMAND)
        fail_use(L"The step's command line is longer than Windows allows (32766 characters)");
    return options;
}
