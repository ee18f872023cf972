/*
 * A dialog's blinking caret and the answers to our own questions take a little time too: under 5 % of one processor
 * counts as nothing. Time is counted in steps of 10 ms at best, so that it is compared over a second at least.
 */
#include "activity.h"

enum { SPAN = 1000, WORK_PER_MILLISECOND = 10000 / 20, QUIET_IO_PER_MILLISECOND = 16 };

uint64_t activity_idle(activity *activity, const tree *tree, const process_list *list, uint64_t now)
{
    uint64_t elapsed = now - activity->measured;
    if (elapsed < SPAN && activity->processes)
        return activity->idle;
    uint64_t cpu = 0, io = 0;
    size_t processes = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!tree_find(tree, list->items[i].pid))
            continue;
        cpu += list->items[i].cpu;
        io += list->items[i].io;
        processes++;
    }
    bool worked = processes != activity->processes || cpu > activity->cpu + elapsed * WORK_PER_MILLISECOND ||
                  io > activity->io + elapsed * QUIET_IO_PER_MILLISECOND;
    if (worked)
        activity->since = now;
    activity->reported = activity->reported && !worked;
    activity->cpu = cpu;
    activity->io = io;
    activity->processes = processes;
    activity->measured = now;
    activity->idle = now - activity->since;
    return activity->idle;
}
