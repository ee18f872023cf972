/* What is asked about a path without opening it. */
#include "file_id.h"
#include "hook.h"
#include "link.h"
#include "open.h"
#include "trace.h"

typedef struct {
    scratch memory;
    place at;
    found there;
    bool ours, guessed;
    object target;
    const OBJECT_ATTRIBUTES *use; /* by which the real call finds it */
} query;

static void aim(query *of, const OBJECT_ATTRIBUTES *asked)
{
    of->use = asked;
    if (of->there.layer == LAYER_HOST && !of->at.name.rewritten)
        return;
    object_at(&of->target, asked, of->there.layer == LAYER_HOST ? name_on_host(&of->memory, &of->at.name)
                                                                : place_in_container(&of->memory, &of->at));
    of->use = &of->target.attributes;
}

/* About a link it is the link that is asked about. */
static void begin(query *of, const OBJECT_ATTRIBUTES *asked)
{
    scratch_begin(&of->memory);
    of->use = asked;
    of->guessed = false;
    of->ours = place_of(&of->memory, asked, true, &of->at);
    if (!of->ours) {
        if (of->at.outside.length) {
            object_at(&of->target, asked, of->at.outside);
            of->use = &of->target.attributes;
        }
        return;
    }
    of->there = (found){of->at.mode == MODE_HOST ? LAYER_HOST : place_guess(&of->at), STATUS_SUCCESS, 0};
    of->guessed = of->at.mode != MODE_HOST;
    aim(of, asked);
}

/* Whether the call is still to be made, or made again: the index did not know. */
static bool look(query *of, const OBJECT_ATTRIBUTES *asked)
{
    of->guessed = false;
    place_find(&of->memory, &of->at, &of->there);
    aim(of, asked);
    return of->there.layer != LAYER_NONE;
}

static NTSTATUS end(query *of, const char *api, NTSTATUS status, FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    if (of->ours && status >= 0)
        link_mark(class, answer, length, of->at.link);
    if (of->ours && status >= 0 && of->there.layer == LAYER_CONTAINER)
        file_id_mark(class, answer, length);
    if (of->ours && of->at.mode != MODE_HOST)
        trace_file(api, "query", &of->at.name, of->there.layer, of->at.mode, status);
    scratch_release(&of->memory);
    return status;
}

#define QUERY(call, class, answer, length)                                                   \
    query of;                                                                                \
    begin(&of, attributes);                                                                  \
    NTSTATUS status = of.guessed && of.there.layer == LAYER_NONE ? STATUS_NO_SUCH_FILE : call; \
    if (of.guessed && status_is_missing(status))                                             \
        status = look(&of, attributes) ? call : of.there.status;                             \
    return end(&of, THIS_API, status, class, answer, length)

NTSTATUS NTAPI hook_NtQueryAttributesFile(OBJECT_ATTRIBUTES *attributes, file_basic *result)
{
    QUERY(real.NtQueryAttributesFile((OBJECT_ATTRIBUTES *)of.use, result), FileBasicInformation, result, sizeof *result);
}

NTSTATUS NTAPI hook_NtQueryFullAttributesFile(OBJECT_ATTRIBUTES *attributes, file_network_open *result)
{
    QUERY(real.NtQueryFullAttributesFile((OBJECT_ATTRIBUTES *)of.use, result), FileNetworkOpenInformation, result, sizeof *result);
}

NTSTATUS NTAPI hook_NtQueryInformationByName(OBJECT_ATTRIBUTES *attributes, PIO_STATUS_BLOCK io, PVOID buffer,
                                             ULONG length, FILE_INFORMATION_CLASS class)
{
    QUERY(real.NtQueryInformationByName((OBJECT_ATTRIBUTES *)of.use, io, buffer, length, class), class, buffer, length);
}
