#include "ring.h"

#include "nt.h"

#include <string.h>

enum { PATIENCE = 2000 }; /* milliseconds */

static bool wait_for_room(void)
{
    LARGE_INTEGER millisecond = {.QuadPart = -10000};
    return NtDelayExecution(FALSE, &millisecond) >= 0;
}

/* The first of the slots; false when they don't come free. */
static bool take(session_ring *ring, uint32_t count, uint32_t *first)
{
    for (int waited = 0; ring->open;) {
        uint32_t head = ring->head;
        if (head + count - ring->tail > RING_SLOTS) {
            if (waited++ >= PATIENCE)
                break;
            wait_for_room();
        } else if ((uint32_t)InterlockedCompareExchange((volatile LONG *)&ring->head, (LONG)(head + count), (LONG)head)
                   == head) {
            *first = head;
            return true;
        }
    }
    return false;
}

bool ring_put(session_ring *ring, const char *line, size_t length)
{
    uint32_t number, count = (uint32_t)((length + RING_SLOT_BYTES - 1) / RING_SLOT_BYTES);
    if (!ring->open)
        return false;
    if (!take(ring, count, &number)) {
        InterlockedIncrement((volatile LONG *)&ring->lost);
        return true;
    }
    while (count--) {
        ring_slot *slot = &ring->slots[number % RING_SLOTS];
        slot->length = (uint16_t)(length < RING_SLOT_BYTES ? length : RING_SLOT_BYTES);
        slot->more = count != 0;
        memcpy(slot->bytes, line, slot->length);
        InterlockedExchange((volatile LONG *)&slot->turn, (LONG)++number);
        line += slot->length;
        length -= slot->length;
    }
    return true;
}
