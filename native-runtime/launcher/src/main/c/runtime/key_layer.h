/*
 * Where a key of the view really is: in the container's hive, on the host, or in both. The container's wins, value by
 * value; the host's counts unless the place is isolated or a mark in the container hides it.
 */
#pragma once

#include "key_handles.h"
#include "key_index.h"
#include "key_mark.h"

access_mode key_mode(const key_path *of);
/* The pattern that gives a key its mode; empty when none does. */
text key_rule(text view);
bool key_has_rules_below(text view);

/* Rights that change a key. What the host's key is opened with has none of them. */
enum {
    KEY_CHANGES = KEY_SET_VALUE | KEY_CREATE_SUB_KEY | KEY_CREATE_LINK | DELETE | WRITE_DAC | WRITE_OWNER,
    KEY_VIEWS = KEY_WOW64_32KEY | KEY_WOW64_64KEY
};
/* With generic rights spelled out. */
ACCESS_MASK key_rights(ACCESS_MASK access);
/* What of these rights the host's key is opened with; for a handle that may only write, one that tells nothing. */
ACCESS_MASK key_reading(ACCESS_MASK rights);

/* One layer's key, whatever the other has. */
NTSTATUS key_open_own(const key_path *of, ACCESS_MASK access, ULONG options, HANDLE *key);
NTSTATUS key_open_host(scratch *in, const key_path *of, ACCESS_MASK access, ULONG options, HANDLE *key);
/* Attributes of a call for the container's key. */
typedef struct {
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;
} key_object;
NTSTATUS key_own_object(const key_path *of, key_object *result);

typedef struct {
    NTSTATUS status; /* of own, where it is NULL */
    HANDLE own;
    bool gone;       /* a whiteout stands in the place of own */
    bool apart;      /* the host's layer is out of sight */
} key_found;
/* Opens the container's key, if there is one that is to be seen. */
void key_find(scratch *in, const key_path *of, access_mode mode, ACCESS_MASK access, ULONG options, key_found *result);
/* What the class of the container's key says, if it has it. */
NTSTATUS key_mark_of(scratch *in, const key_path *of, key_mark *mark);
/* Reads a value by what reads it into that room, as VALUE_INFO_PARTIAL, whatever its size. */
typedef NTSTATUS value_read(void *from, const UNICODE_STRING *name, value_partial *answer, ULONG room, ULONG *needed);
NTSTATUS key_read_whole(scratch *in, value_read *read, void *from, const UNICODE_STRING *name, value_partial **answer);
/* A value of an open key of one layer; NULL when it can't be read. */
value_partial *key_read_value(scratch *in, HANDLE key, text name);
/* Whether marks in the container hide what the host has at a key that the container has, too. */
bool key_is_apart(scratch *in, const key_path *of);
/* Whether the view has the key. */
bool key_exists(scratch *in, const key_path *of);

/* The keys of an open key; either may be NULL. STATUS_KEY_DELETED when it is in the view no more. */
typedef struct {
    HANDLE own, host;
} key_layers;
NTSTATUS key_layers_of(scratch *in, key_record *record, key_layers *result);
/* Whether the real call on the handle alone gives the answer: the other layer has no part in it. */
bool key_is_plain(const key_record *record);

typedef enum { KEY_LAYER_NONE, KEY_LAYER_CONTAINER, KEY_LAYER_HOST } key_layer;
