/* Starts the application of the container in whose folder bin this program lies. */
#include "doctor.h"
#include "hive_probe.h"
#include "integrity.h"
#include "launcher_failure.h"
#include "run.h"
#include "session.h"
#include "stop.h"
#include "temporary.h"
#include "tracing.h"

#include "../common/arguments.h"
#include "../common/events.h"
#include "../common/failure.h"
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
    "    --registry R   what holds the registry while the container runs: keys (of the user's),\n"
    "                   hive (that Windows loads), or auto: a hive where it is proven to work\n"
    "    --temporary    write into a copy of the container that is removed in the end\n"
    "    --doctor       say what this machine can do for the container, and start nothing; --json as JSON\n"
    "    --version, --help\n"
    "ARGUMENTS are handed to the application behind its own.\n"
    "\n"
    "Exit status: the application's; or, when it was not started:\n"
    "    210  wrong use\n"
    "    211  config.yml is missing or can't be followed\n"
    "    212  the runtime can't work on this Windows\n"
    "    213  the application is not there, or Windows would not start it\n"
    "    214  the container's registry can't be read or written\n"
    "    215  a file of the runtime is missing or altered\n"
    "    216  the container's disk can't be written to (see --temporary)\n"
    "    217  the container is running with another version of the runtime\n"
    "    218  the application is made for another kind of processor or Windows\n"
    "    219  config.yml or --registry asks for a way of isolating that is not available here\n";

typedef struct {
    const wchar_t *entry, *rest, *events, *stop;
    bool trace, temporary, doctor, json;
    registry_wish registry;
} options;

static registry_wish registry_of(const wchar_t *word)
{
    registry_wish wish;
    if (!registry_wish_of(word, &wish))
        fail_use(L"--registry is one of auto, keys and hive, not '%ls'", word);
    return wish;
}

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
        else if (!wcscmp(word, L"--registry"))
            chosen.registry = registry_of(arguments_value(args));
        else if (!wcscmp(word, L"--trace"))
            chosen.trace = true;
        else if (!wcscmp(word, L"--temporary"))
            chosen.temporary = true;
        else if (!wcscmp(word, L"--doctor"))
            chosen.doctor = true;
        else if (!wcscmp(word, L"--json"))
            chosen.json = true;
        else if (!wcscmp(word, L"--version"))
            exit((puts("launcher " VERSION), 0));
        else if (!wcscmp(word, L"--help"))
            exit((fputs(HELP, stdout), 0));
        else
            fail_use(L"There is no option '%ls'; what is meant for the application stands behind --", word);
    }
    if (chosen.json && !chosen.doctor)
        fail_use(L"--json goes with --doctor");
    return chosen;
}

static machine here;
static config settings;
static const session_header *session;

/* However this program ends by itself. */
static void put_away(void)
{
    leave();
    const wchar_t *problem = session_close(&here, &settings, session);
    if (problem) {
        failure_say(problem);
        _exit(EXIT_REGISTRY);
    }
}

static void require_provider(const provider *of, const wchar_t *what)
{
    const wchar_t *problem = provider_problem(of);
    failure_code(EXIT_PROVIDER);
    if (problem)
        fail(0, L"config.yml asks for '%hs' to isolate %ls, which is %ls; nothing less is used in its place", of->name, what,
             problem);
}

/* What must be so before anything is started. */
static void require(bool temporary)
{
    require_provider(settings.files, L"files");
    require_provider(settings.registry, L"the registry");
    const wchar_t *problem = integrity_problem(&here, &settings);
    failure_code(EXIT_ALTERED);
    if (problem)
        fail(0, L"%ls", problem);
    failure_code(EXIT_READ_ONLY);
    temporary_sweep();
    if (temporary)
        temporary_use(&here);
    else if (temporary_is_needed(&here))
        fail(0, L"The container at %ls can't be written to; started with --temporary it writes into a copy that is removed"
                L" when it ends", here.root);
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
    if (first && !wcscmp(first, L"--probe-hive"))
        return hive_probe_answer(arguments_value(&ahead));
    options chosen = read_options(&args);
    if (chosen.stop)
        return stop_ask(wcstoul(chosen.stop, NULL, 10));
    if (chosen.events)
        events_open(chosen.events);
    GetDesktopWindow(); /* Wine starts its desktop process for whoever asks first: not inside the application's job */
    here = machine_here();
    failure_log(joined(here.root, L"\\logs\\events.log", NULL));
    settings = config_read(joined(here.root, L"\\config.yml", NULL));
    if (chosen.doctor)
        return doctor(&here, &settings, chosen.registry, chosen.json);
    require(chosen.temporary);
    failure_code(EXIT_CONFIG);
    const entry_point *entry = config_entry(&settings, chosen.entry);
    session = session_open(&here, &settings, &(session_wishes){chosen.trace, chosen.registry});
    atexit(put_away);
    if (chosen.trace)
        tracing_start(&here, session);
    enter(session);
    return run_entry(&here, session, entry, chosen.rest, chosen.events != NULL);
}
