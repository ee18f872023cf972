/* What the doctor found, in an order to be shown in. */
#pragma once

#include <stdbool.h>
#include <wchar.h>

typedef enum {
    FINDING_GOOD,
    FINDING_ABSENT,   /* not here, and not needed */
    FINDING_DEGRADED, /* containers run, with something less */
    FINDING_MISSING   /* no container runs */
} finding_state;

void finding_add(finding_state state, const char *topic, const wchar_t *format, ...);
/* As text or JSON on standard output; whether containers run here. */
bool findings_write(bool as_json);
