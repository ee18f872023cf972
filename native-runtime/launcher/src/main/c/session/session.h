/*
 * What every process of a running container knows: one block in a named section, written once by the launcher and then
 * only read; behind it the index, which the processes keep. It holds offsets and no pointers, so that 32-bit and 64-bit
 * processes read the same bytes.
 */
#pragma once

#include <stdint.h>
#include <wchar.h>

enum {
    SESSION_MAGIC = 0x4e525443, /* "CTRN" */
    SESSION_VERSION = 10,
    SESSION_ROOM = 4 << 20, /* of the block, in bytes; the index lies behind it, and behind that the ring (ring.h) */
    SESSION_NAME_LENGTH = 64
};

/*
 * The exit code of a process in which the hook library could not begin before the program, and so the program did not.
 * An NTSTATUS of nobody else's: an error, of a customer's, "TR".
 */
#define SESSION_NOT_ENTERED 0xE0435452u

/* Bits of session_header.flags. */
enum {
    SESSION_TRACE = 1,
    SESSION_OBSERVE = 2, /* no container: everything passes, and what changes something is told */
    SESSION_PROBE = 4    /* nothing is hooked: the library tells whether it could */
};

/* How a place is seen; the numbers are those of session_pair.number in the list of rules. */
typedef enum {
    MODE_MERGED,
    MODE_ISOLATED,
    MODE_HOST
} access_mode;

/* What the container's registry is held in while it runs. */
typedef enum {
    REGISTRY_KEYS = 1, /* keys of the user's own registry: registry_user and registry_machine are their NT names */
    REGISTRY_HIVE = 2  /* registry_file, which every process loads: both are names below its root */
} registry_provider;

/* UTF-16 text in the block, with a NUL behind it. */
typedef struct {
    uint32_t offset; /* in bytes from the block's start */
    uint32_t length; /* in characters, without the NUL */
} session_text;

typedef struct {
    session_text from, to;
    uint32_t number, reserved;
} session_pair;

typedef struct {
    uint32_t offset, count;
} session_list;

/*
 * Paths of the application's view are spelled C:\Folder\Name, without a slash at the end; a drive's root is C:. Lists
 * whose order matters begin with what is asked first.
 */
typedef struct {
    uint32_t magic, version, size, flags;
    session_text name;        /* of the section */
    session_text root;        /* the container's folder, as a path of the host */
    session_text log;         /* logs\events.log in it */
    session_text launcher;    /* bin\launcher.exe in it */
    session_text library_x64; /* the hook libraries */
    session_text library_x86;
    session_text windows;     /* the folder of Windows, C:\Windows */
    session_list places;      /* view folder -> folder under root, deepest view folder first */
    session_list junctions;   /* compatibility name -> the folder it stands for, deepest first */
    session_list rules;       /* pattern, number: its mode; most specific first */
    session_list environment; /* variable -> value */
    session_list devices;     /* drive (C:) -> the device that names of handles begin with, then \??\Volume{...} */
    session_list services;    /* name -> command line (may be empty), number: see services.h */
    uint32_t service_states;  /* offset of a service_state for each: written to later */
    uint32_t registry_provider;
    session_text registry_file;    /* NT path of the hive; empty without one */
    session_text registry_user;    /* the container's HKEY_CURRENT_USER */
    session_text registry_machine; /* the container's HKEY_LOCAL_MACHINE\Software */
    session_list registry_rules;   /* pattern, number: its mode; most specific first */
    uint32_t holders;              /* offset of SESSION_HOLDERS session_holder: written to later */
    uint32_t turn_thread;          /* which took the turn last (turn.c): written to later */
    uint32_t turn_asker, reserved; /* which asked for the turn last: written to later */
} session_header;

/* A launcher of this container: the last one that is there writes the registry back. */
enum { SESSION_HOLDERS = 64 };
typedef struct {
    uint64_t created; /* when that process began: ids are used again */
    uint32_t process; /* 0: a free place */
    uint32_t reserved;
} session_holder;

/* A copy of a host's file: the disk's number for it, and the host's, which it is known by (file_id.h). Once set, own stays. */
typedef struct {
    volatile uint64_t own, seen; /* 0: a free place; not, or no longer, a copy */
} session_file_id;

/*
 * What the container's layer is known to have: a set of 64-bit keys (index.c says of what), open addressing, empty slots
 * 0. It begins empty, as the section does, and keys are only added.
 */
enum {
    INDEX_SLOTS = 1 << 20,
    FILE_ID_SLOTS = 1 << 16 /* open addressing, too: by own */
};
typedef struct {
    volatile int32_t used, full, generation;
    volatile int32_t keys_moved, keys_changed; /* the same for the registry, and a count of its changes */
    volatile int32_t links;                /* not 0 once a link of the container's has been seen */
    volatile int32_t file_ids_used;
    volatile uint32_t keys_step;           /* the thread that is in a step (step.h), or was killed in it; 0: none */
    session_file_id file_ids[FILE_ID_SLOTS];
    volatile uint64_t slots[INDEX_SLOTS];
} session_index;

static inline session_index *session_index_of(const session_header *session)
{
    return (session_index *)((char *)session + SESSION_ROOM);
}

static inline const wchar_t *session_string(const session_header *session, session_text text)
{
    return (const wchar_t *)((const char *)session + text.offset);
}

static inline const session_pair *session_pairs(const session_header *session, session_list list)
{
    return (const session_pair *)((const char *)session + list.offset);
}
