/* The exit code is read before anything is ended, so that it is the program's own and never this program's doing. */
#include "ending.h"

#include "../common/events.h"
#include "../common/memory.h"

static size_t mark_left(const tree *tree, bool *left)
{
    size_t count = 0;
    for (size_t i = 0; i < tree->count; i++) {
        left[i] = tree->processes[i].alive && !tree->processes[i].background;
        count += left[i];
    }
    return count;
}

static void say(const char *name)
{
    events_begin(name);
    events_end();
}

static void list_left(json *event, const tree *tree, const bool *left, size_t count)
{
    json_array(event, "left");
    for (size_t i = 0; i < count; i++) {
        if (!left[i])
            continue;
        json_object(event, NULL);
        json_number(event, "pid", tree->processes[i].pid);
        json_text(event, "image", tree->processes[i].image);
        json_object_end(event);
    }
    json_array_end(event);
}

void ending_report(tree *tree, bool timed_out, bool keep)
{
    uint64_t elapsed = events_now();
    DWORD code;
    bool ended = tree_first_ended(tree, &code);
    size_t known = tree->count;
    bool *left = memory_get(known * sizeof *left);
    size_t left_count = mark_left(tree, left);
    if (timed_out)
        say("timeout");
    if (left_count && !(timed_out && keep)) {
        tree_kill(tree);
        say("killed");
    }
    json *event = events_begin("exit");
    if (ended)
        json_number(event, "code", code);
    else
        json_null(event, "code");
    json_number(event, "elapsed", elapsed);
    json_true_or_false(event, "timedOut", timed_out);
    list_left(event, tree, left, known);
    events_end();
    memory_free(left);
}
