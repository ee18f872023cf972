#include "key_layer.h"

#include "hook.h"
#include "key_root.h"
#include "key_turn.h"
#include "pattern.h"

static const session_pair *rule_of(text view)
{
    const session_pair *rules = session_pairs(session, session->registry_rules);
    for (uint32_t i = 0; i < session->registry_rules.count; i++)
        if (pattern_matches_path(session_at(rules[i].from), view))
            return &rules[i];
    return NULL;
}

text key_rule(text view)
{
    const session_pair *rule = rule_of(view);
    return rule ? session_at(rule->from) : (text){NULL, 0};
}

access_mode key_mode(const key_path *of)
{
    const session_pair *rule = rule_of(of->view);
    return rule ? (access_mode)rule->number : MODE_MERGED;
}

bool key_has_rules_below(text view)
{
    const session_pair *rules = session_pairs(session, session->registry_rules);
    for (uint32_t i = 0; i < session->registry_rules.count; i++)
        if (pattern_may_lie_below(session_at(rules[i].from), view))
            return true;
    return false;
}

ACCESS_MASK key_rights(ACCESS_MASK access)
{
    static const GENERIC_MAPPING MAPPING = {KEY_READ, KEY_WRITE, KEY_EXECUTE, KEY_ALL_ACCESS};
    ULONG mapped = access & ~(ACCESS_MASK)KEY_VIEWS;
    RtlMapGenericMask(&mapped, &MAPPING);
    return mapped & MAXIMUM_ALLOWED ? (mapped & ~(ACCESS_MASK)MAXIMUM_ALLOWED) | KEY_ALL_ACCESS : mapped;
}

ACCESS_MASK key_reading(ACCESS_MASK rights)
{
    return rights & KEY_READ ? rights & KEY_READ : KEY_NOTIFY;
}

NTSTATUS key_own_object(const key_path *of, key_object *result)
{
    HANDLE root;
    NTSTATUS status = key_root_open(of->hive, &root);
    result->name = text_unicode(key_path_relative(of));
    InitializeObjectAttributes(&result->attributes, &result->name, OBJ_CASE_INSENSITIVE | of->flags, root, NULL);
    return status;
}

NTSTATUS key_open_own(const key_path *of, ACCESS_MASK access, ULONG options, HANDLE *key)
{
    key_object object;
    NTSTATUS status = key_own_object(of, &object);
    access = (access & ~(ACCESS_MASK)KEY_VIEWS) | KEY_WOW64_64KEY;
    if (status < 0)
        return status;
    return options ? real.NtOpenKeyEx(key, access, &object.attributes, options)
                   : real.NtOpenKey(key, access, &object.attributes);
}

NTSTATUS key_open_host(scratch *in, const key_path *of, ACCESS_MASK access, ULONG options, HANDLE *key)
{
    UNICODE_STRING name = text_unicode(key_path_on_host(in, of));
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | of->flags, NULL, NULL);
    access = (access & ~(ACCESS_MASK)KEY_VIEWS) | KEY_WOW64_64KEY;
    return options ? real.NtOpenKeyEx(key, access, &attributes, options) : real.NtOpenKey(key, access, &attributes);
}

/* A key above it that hides the host's. It may be on its way from one state to another, so it is asked in turn. */
static bool is_covered(scratch *in, const key_path *of)
{
    bool covered = false;
    key_path above = *of;
    key_turn_take();
    while (!covered && key_path_parent(&above, &above)) {
        key_mark mark;
        covered = key_index_ask(&above).marked && key_mark_of(in, &above, &mark) >= 0 && (mark & (MARK_WHITEOUT | MARK_OPAQUE));
    }
    key_turn_end();
    return covered;
}

bool key_is_apart(scratch *in, const key_path *of)
{
    key_answer answer = of->hive == HIVE_NONE ? (key_answer){0} : key_index_ask(of);
    key_mark mark;
    return (answer.marked && key_mark_of(in, of, &mark) >= 0 && (mark & MARK_OPAQUE)) || (answer.covered && is_covered(in, of));
}

static void look(scratch *in, const key_path *of, bool marked, ACCESS_MASK access, ULONG options, key_found *result)
{
    key_mark mark = MARK_NONE;
    result->own = NULL;
    result->status = marked ? key_mark_of(in, of, &mark) : STATUS_SUCCESS;
    if (mark & MARK_WHITEOUT) {
        result->status = STATUS_OBJECT_NAME_NOT_FOUND;
        result->gone = result->apart = true;
    } else if (result->status >= 0) {
        result->apart |= (mark & MARK_OPAQUE) != 0;
        /* what the application may is in the record of its handle; the runtime has to read, where a descriptor lets it */
        result->status = key_open_own(of, access | KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS, options, &result->own);
        if (result->status == STATUS_ACCESS_DENIED)
            result->status = key_open_own(of, access, options, &result->own);
        if (result->status < 0)
            result->own = NULL;
    }
}

void key_find(scratch *in, const key_path *of, access_mode mode, ACCESS_MASK access, ULONG options, key_found *result)
{
    key_answer answer = key_index_ask(of);
    *result = (key_found){STATUS_OBJECT_NAME_NOT_FOUND, NULL, false, mode == MODE_ISOLATED};
    if (answer.own)
        look(in, of, answer.marked, access, options, result);
    if (answer.own && result->status == STATUS_OBJECT_NAME_NOT_FOUND && !result->gone) {
        key_turn_take(); /* it was there, or is about to be */
        look(in, of, true, access, options, result);
        key_turn_end();
    }
    if (answer.covered && !result->apart)
        result->apart = is_covered(in, of);
}

bool key_exists(scratch *in, const key_path *of)
{
    key_found found;
    HANDLE host;
    access_mode mode = key_mode(of);
    if (mode != MODE_HOST) {
        key_find(in, of, mode, KEY_QUERY_VALUE, 0, &found);
        if (found.own)
            real.NtClose(found.own);
        if (found.own || found.apart || found.status == STATUS_ACCESS_DENIED)
            return found.own || found.status == STATUS_ACCESS_DENIED;
    }
    NTSTATUS status = key_open_host(in, of, KEY_QUERY_VALUE, 0, &host);
    if (status >= 0)
        real.NtClose(host);
    return status >= 0 || status == STATUS_ACCESS_DENIED;
}

bool key_is_plain(const key_record *record)
{
    if (record->hive == HIVE_NONE)
        return true;
    if (record->rules_below || record->classes)
        return false;
    if (record->mode == MODE_HOST)
        return true;
    if (record->own || record->apart)
        return false;
    key_path path = key_record_path(record);
    key_answer answer = key_index_ask(&path);
    return !answer.own && !answer.covered;
}

static NTSTATUS host_layer(scratch *in, key_record *record, const key_path *path)
{
    HANDLE opened;
    NTSTATUS status = key_open_host(in, path, KEY_READ, 0, &opened);
    if (status == STATUS_ACCESS_DENIED)
        status = key_open_host(in, path, KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS, 0, &opened);
    if (status >= 0)
        key_keep(&record->host, opened);
    else
        record->apart = true; /* as the key is seen by this handle */
    return STATUS_SUCCESS;
}

NTSTATUS key_layers_of(scratch *in, key_record *record, key_layers *result)
{
    key_path path = key_record_path(record);
    if (record->hive != HIVE_NONE && record->mode != MODE_HOST && !record->own) {
        key_found found;
        key_find(in, &path, record->mode, MAXIMUM_ALLOWED, 0, &found);
        if (found.apart && record->mode != MODE_ISOLATED) {
            /* it was the host's when it was opened: deleted since, and perhaps made again */
            if (found.own)
                real.NtClose(found.own);
            return STATUS_KEY_DELETED;
        }
        if (found.own)
            key_keep(&record->own, found.own);
    }
    if (!record->host && !record->apart && record->mode == MODE_MERGED)
        host_layer(in, record, &path);
    *result = (key_layers){record->own, record->apart ? NULL : record->host};
    return STATUS_SUCCESS;
}
