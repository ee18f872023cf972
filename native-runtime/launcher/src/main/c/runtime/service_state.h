/* One service of the container's, as all processes of the session know it. Each is known by its index in the list. */
#pragma once

#include "../session/services.h"
#include "view.h"

typedef enum { SERVICE_LINE_TURN, SERVICE_LINE_TOLD, SERVICE_LINE_ANSWERED } service_line;

enum { SERVICE_PATIENCE = 30000 }; /* milliseconds, as Windows' service control manager has it */

/* The service of that name, whatever its mode; false when config.yml has none. */
bool service_find(text name, uint32_t *index);
text service_name(uint32_t index);
text service_command(uint32_t index);
ULONG service_start_type(uint32_t index);
bool service_is_shared(uint32_t index);

static inline service_state *service_state_of(uint32_t index)
{
    return session_service_state(session, index);
}

/* A service whose process has died is stopped, with the exit code ERROR_PROCESS_ABORTED. */
SERVICE_STATUS_PROCESS service_status(uint32_t index);
/* dwServiceType is left as it is. Only for the service's own process, and for who starts it in its turn. */
void service_set_status(uint32_t index, const SERVICE_STATUS *status);
/* Its process while it runs, to wait for and to end; NULL otherwise. */
HANDLE service_process(uint32_t index);
uint64_t service_process_created(HANDLE process);

/*
 * What processes wait for, by name: TURN is a mutant, for who starts or controls the service; TOLD an event by which
 * its process is woken; ANSWERED one for who has the turn. NULL when Windows has no room for another object.
 */
HANDLE service_open(uint32_t index, service_line line);
/* Whether the answer came before the process ended and the time was over; either may have come anyway. */
bool service_wait(HANDLE answered, HANDLE process, ULONG milliseconds);
