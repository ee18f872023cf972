/*
 * One loop and one thread. The job's port wakes it when a process comes or goes; several times a second it also looks at
 * the windows and at how much work was done, which nothing announces.
 */
#include "run.h"

#include "activity.h"
#include "desktop.h"
#include "ending.h"
#include "../common/events.h"
#include "../common/failure.h"
#include "observation.h"
#include "run_options.h"
#include "windows_installer.h"
#include "windows_seen.h"

enum { TICK = 250 };

typedef struct {
    run_options options;
    tree tree;
    process_list list;
    windows_seen windows;
    activity activity;
    uint64_t alone_since;    /* since when neither the first process nor a window is there */
    bool given_up;           /* it has waited for a person for too long */
    bool installer_reported; /* said already that the Windows Installer keeps it waiting */
} step;

static HANDLE redirect(const wchar_t *name)
{
    SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};
    HANDLE file = CreateFileW(name ? name : L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                              name ? CREATE_ALWAYS : OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (file == INVALID_HANDLE_VALUE)
        fail(GetLastError(), L"Can't create %ls; does its folder exist?", name);
    return file;
}

static void start(step *step)
{
    const run_options *options = &step->options;
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX); /* inherited by the step */
    desktop_wait(); /* before the step's job is there: Wine's desktop must not be in it */
    if (options->observe)
        observation_open(options->observe);
    tree_open(&step->tree, options->keep);
    HANDLE out = NULL, err = NULL;
    if (options->out || options->err) {
        out = redirect(options->out);
        bool same = options->out && options->err && !_wcsicmp(options->out, options->err);
        err = same ? out : redirect(options->err);
    }
    tree_start(&step->tree, options->command, options->folder, out, err);
    if (out)
        CloseHandle(out);
    if (err && err != out)
        CloseHandle(err);
}

static void report_waiting(step *step, uint64_t idle)
{
    json *event = events_begin("waiting");
    json_number(event, "idle", idle);
    json_array(event, "windows");
    for (size_t i = 0; i < step->windows.count; i++)
        json_number(event, NULL, (uintptr_t)step->windows.items[i].window);
    json_array_end(event);
    events_end();
    step->activity.reported = true;
}

static void look(step *step)
{
    process_list_take(&step->list);
    tree_adopt(&step->tree, &step->list);
    windows_look(&step->windows, &step->tree, false);
    uint64_t now = events_now();
    bool waited = step->activity.reported;
    uint64_t idle = activity_idle(&step->activity, &step->tree, &step->list, now);
    if (waited && !step->activity.reported) {
        events_begin("working");
        events_end();
    }
    if (idle >= step->options.idle && step->windows.count && !step->activity.reported)
        report_waiting(step, idle);
    step->given_up = step->options.give_up && step->windows.count && idle >= step->options.idle + step->options.give_up;
    if (step->tree.processes->alive || step->windows.count)
        step->alone_since = now;
}

static bool installer_keeps_waiting(step *step)
{
    if (!windows_installer_is_busy())
        return false;
    if (!step->installer_reported) {
        json *event = events_begin("installer-busy");
        json_array(event, "pids");
        for (size_t i = 0; i < step->list.count; i++)
            if (process_item_is(&step->list.items[i], L"msiexec.exe"))
                json_number(event, NULL, step->list.items[i].pid);
        json_array_end(event);
        events_end();
        step->installer_reported = true;
    }
    return true;
}

/* Waits until the step is over; false when it was not over in time, or waits for somebody who does not come. */
static bool follow(step *step)
{
    uint64_t looked = 0;
    for (;;) {
        uint64_t now = events_now();
        if (step->options.timeout && now >= step->options.timeout)
            return false;
        if (now - looked >= TICK || !step->tree.waited_for) {
            look(step);
            looked = events_now();
        }
        if (step->given_up)
            return false;
        if (!step->tree.waited_for && !installer_keeps_waiting(step))
            return true;
        if (!step->tree.processes->alive && now - step->alone_since >= step->options.grace && step->tree.waited_for)
            return true;
        tree_wait(&step->tree, TICK);
    }
}

int run(arguments *args)
{
    static step step;
    step.options = run_options_read(args);
    events_open(step.options.events);
    start(&step);
    bool in_time = follow(&step);
    if (!in_time)
        windows_look(&step.windows, &step.tree, true);
    if (step.given_up) {
        events_begin("gave-up");
        events_end();
    }
    ending_report(&step.tree, !in_time, step.options.keep);
    observation_close();
    events_close();
    return EXIT_DONE;
}
