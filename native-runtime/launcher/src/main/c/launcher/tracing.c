#include "tracing.h"

#include "../common/drain.h"

#include <stdlib.h>
#include <wchar.h>

static const uint64_t LIMIT = 64 << 20;

void tracing_start(const machine *here, const session_header *session)
{
    const wchar_t *name = wcsrchr(session_string(session, session->name), L'\\') + 1;
    drain_start(session, (drain_plan){
                             .file = joined(here->root, L"\\logs\\events.log", NULL),
                             .older = joined(here->root, L"\\logs\\events.1.log", NULL),
                             .limit = LIMIT,
                             .turn = joined(L"Local\\", name, L"-log", NULL),
                             .flag = SESSION_TRACE,
                         });
    atexit(drain_stop);
}
