/*
 * The way of traced lines from every process of a session into one file: a ring of slots in the session's memory, to
 * which all of them write and from which one process reads (drain.c). What is in it outlives the process that wrote it,
 * a killed one's last lines included, and a line costs its writer no call of the system.
 *
 * A line takes as many slots as it needs, one behind the other. A writer takes its slots by moving head, once tail says
 * that they are free; fills each, and then gives it its turn.
 */
#pragma once

#include "session.h"

enum { RING_SLOTS = 1 << 13, RING_SLOT_BYTES = 504 };

typedef struct {
    volatile uint32_t turn;   /* one more than the number of the slot that was written, as head counts */
    uint16_t length;
    uint16_t more;            /* the line goes on in the next slot */
    char bytes[RING_SLOT_BYTES];
} ring_slot;

typedef struct {
    volatile uint32_t head, tail;   /* slots taken and slots read, ever; they run over */
    volatile uint32_t open;         /* somebody reads it */
    volatile uint32_t lost;         /* lines that found no room in time */
    ring_slot slots[RING_SLOTS];
} session_ring;

enum { SESSION_SIZE = SESSION_ROOM + sizeof(session_index) + sizeof(session_ring) };

static inline session_ring *session_ring_of(const session_header *session)
{
    return (session_ring *)((char *)session + SESSION_ROOM + sizeof(session_index));
}
