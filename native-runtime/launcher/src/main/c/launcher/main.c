/* Starts the application of the container in whose folder bin this program lies. */
#include "launcher_failure.h"
#include "tracing.h"
#include "run.h"
#include "session.h"
#include "stop.h"

#include "../arguments.h"
#include "../events.h"
#include "../failure.h"
#include "version.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

static const char HELP[] =
    "launcher.exe: starts the application of the container that it lies in\n"
    "\n"
    "launcher.exe [OPTIONS] [-- ARGUMENTS]\n"
    "    --entry NAME   the entry point to start (the default one)\n"
    "    --trace        write what the runtime does to logs\\events.log\n"
    "    --events FILE  tell in FILE, as JSON lines, what becomes of the application\n"
    "    --stop ID      end what the launcher with this process id started: windows are closed\n"
    "                   first; a second time ends everything at once\n"
    "    --version, --help\n"
    "ARGUMENTS are handed to the application behind its own.\n"
    "\n"
    "Exit status: the application's; 210 wrong use, 211 config.yml can't be followed,\n"
    "212 the runtime can't work here, 213 the application can't be started, 214 the\n"
    "container's registry can't be read or written.\n";

typedef struct {
    const wchar_t *entry, *rest, *events, *stop;
    bool trace;
} options;

static options read_options(arguments *args)
{
    options chosen = {0};
    for (const wchar_t *word; (word = arguments_next(args));) {
        if (!wcscmp(word, L"--")) {
            chosen.rest = arguments_rest(args);
            break;
        }
        if (!wcscmp(word, L"--entry"))
            chosen.entry = arguments_value(args);
        else if (!wcscmp(word, L"--events"))
            chosen.events = arguments_value(args);
        else if (!wcscmp(word, L"--stop"))
            chosen.stop = arguments_value(args);
        else if (!wcscmp(word, L"--trace"))
            chosen.trace = true;
        else if (!wcscmp(word, L"--version"))
            exit((puts("launcher " VERSION), 0));
        else if (!wcscmp(word, L"--help"))
            exit((fputs(HELP, stdout), 0));
        else
            fail_use(L"There is no option '%ls'; what is meant for the application stands behind --", word);
    }
    return chosen;
}

static machine here;
static const session_header *session;

/* However this program ends by itself. */
static void put_away(void)
{
    leave();
    const wchar_t *problem = session_close(&here, session);
    if (problem) {
        failure_say(problem);
        _exit(EXIT_REGISTRY);
    }
}

int main(void)
{
    _setmode(_fileno(stderr), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
    arguments args = arguments_of(GetCommandLineW());
    arguments ahead = args;
    const wchar_t *first = arguments_next(&ahead);
    if (first && !wcscmp(first, L"--attach"))
        return attach(arguments_rest(&ahead));
    options chosen = read_options(&args);
    if (chosen.stop)
        return stop_ask(wcstoul(chosen.stop, NULL, 10));
    if (chosen.events)
        events_open(chosen.events);
    GetDesktopWindow(); /* Wine starts its desktop process for whoever asks first: not inside the application's job */
    here = machine_here();
    config settings = config_read(joined(here.root, L"\\config.yml", NULL));
    const entry_point *entry = config_entry(&settings, chosen.entry);
    session = session_open(&here, &settings, chosen.trace);
    atexit(put_away);
    if (chosen.trace)
        tracing_start(&here, session);
    enter(session);
    return run_entry(&here, session, entry, chosen.rest, chosen.events != NULL);
}
