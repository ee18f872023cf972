/*
 * The services of a container: what config.yml says of each, and the state that its processes share. The states lie in
 * the session's block, one for each entry of session_header.services; a state is changed by the process that starts
 * the service, in its turn, and by the service's own process.
 */
#pragma once

#include "session.h"

/* Bits of session_pair.number in the list of services; the lowest ones are how it starts (SERVICE_AUTO_START ...). */
enum { SERVICE_START_MASK = 0xff, SERVICE_SHARED = 0x100 };

enum { SERVICE_ARGUMENT_ROOM = 2048 }; /* UTF-16 units, the NUL behind each included */

typedef struct {
    volatile int32_t sequence;     /* odd while status changes */
    uint32_t process;              /* 0 when it was never started */
    uint64_t created;              /* when that process began: ids are used again */
    uint32_t status[6];            /* SERVICE_STATUS from dwCurrentState on; all 0 before the first start */
    volatile uint32_t connected;   /* its process has called StartServiceCtrlDispatcher */
    volatile int32_t asked_for;    /* an automatic service was asked for, and so started */
    volatile uint32_t control, asked, answered, answer; /* a control; how many there were, how many answered */
    uint32_t argument_count;
    wchar_t arguments[SERVICE_ARGUMENT_ROOM];
} service_state;

static inline service_state *session_service_state(const session_header *session, uint32_t index)
{
    return (service_state *)((char *)session + session->service_states) + index;
}
