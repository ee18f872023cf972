/*
 * Where a path of the view really is: in the container's layer, in the host's below it, or nowhere. The container's
 * wins; the host's counts unless the place is isolated or a whiteout stands on the way.
 */
#pragma once

#include "name.h"

typedef enum {
    LAYER_NONE,
    LAYER_CONTAINER,
    LAYER_HOST
} layer;

/* What the index knows of a path (index.h). */
typedef struct {
    bool own;    /* the container may have something of that name */
    bool hidden; /* a whiteout may hide what the host has there */
    bool links;  /* it, or a folder that it lies in, may be a link of the container's */
} index_answer;

typedef struct {
    name name;
    access_mode mode;
    text container;     /* the path in the container, as a path of the host, without stream */
    size_t mapped;      /* how much of it stands for a folder of the view that no whiteout can hide */
    index_answer known; /* place_of: when it was asked */
    ULONG link;         /* place_of: the tag of the link that it is itself; 0: none */
    NTSTATUS refused;   /* place_of: not STATUS_SUCCESS when its links lead nowhere */
    text outside;       /* place_of was false: where links lead, in the object manager's spelling; empty: as was asked */
} place;

typedef struct {
    layer layer;
    NTSTATUS status;  /* for LAYER_NONE: what a plain disk would answer */
    ULONG attributes; /* of what was found */
} found;

/* The name as it is, no link followed. */
void place_from(scratch *in, const name *name, place *result);
/* Links on the way are followed; the last part's own not when itself is set. False as name_of, and when they lead out. */
bool place_of(scratch *in, const OBJECT_ATTRIBUTES *attributes, bool itself, place *result);
void place_find(scratch *in, const place *at, found *result);
/*
 * Where it was by the index alone when place_of asked it, the disk unasked; LAYER_NONE when that can't be said. It holds when a call there finds
 * something, or is refused; when the call says that it is missing, place_find knows what is.
 */
layer place_guess(const place *at);
bool status_is_missing(NTSTATUS status);
/* Whether the host has something at the place that the view shows once the container's is gone. */
bool place_has_host(scratch *in, const place *at);
/* Whether the host's layer is out of sight there. */
bool place_is_hidden(scratch *in, const place *at);
/* The folder that the place lies in; false for the root of a drive. */
bool place_parent(scratch *in, const place *at, place *parent);

/* The container's path as the real calls want it, with stream and slash. */
text place_in_container(scratch *in, const place *at);

/* Attributes of a path in the object manager's spelling; 0 with the status otherwise. */
NTSTATUS attributes_of(text nt_path, ULONG *attributes);

bool handle_is_folder(HANDLE file);

/* Attributes for a real call: those of the caller with another name. */
typedef struct {
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;
} object;
void object_at(object *result, const OBJECT_ATTRIBUTES *like, text nt_path);
