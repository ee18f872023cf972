#include "merge.h"

#include "../common/failure.h"
#include "same.h"
#include "text_buffer.h"

enum { STORED_FLAGS = 0xff0000, LINK = 0x10 }; /* of a key: what only a hive keeps, and what applications decide */

static void settle(regf_key *key, arena *memory)
{
    uint32_t doubles;
    if (!regf_settle(key, memory, &doubles))
        fail(ERROR_NOT_ENOUGH_MEMORY, L"There is no memory for the container's registry");
}

regf_key *merge_live(const variables *with, const regf_key *stored, arena *memory)
{
    regf_key *live = text_memory(memory, sizeof *live);
    *live = *stored;
    live->name = variables_key_name(with, stored->name, memory);
    live->security = NULL; /* of the machine that it was captured on */
    live->values = text_memory(memory, stored->value_count * sizeof *live->values);
    live->keys = text_memory(memory, stored->key_count * sizeof *live->keys);
    for (uint32_t i = 0; i < stored->value_count; i++) {
        live->values[i] = stored->values[i];
        live->values[i].name = variables_expand(with, stored->values[i].name, memory);
        live->values[i].data = variables_expand_data(with, &stored->values[i], memory);
    }
    for (uint32_t i = 0; i < stored->key_count; i++)
        live->keys[i] = merge_live(with, stored->keys[i], memory);
    settle(live, memory);
    return live;
}

typedef struct {
    const variables *with;
    arena *memory;
    bool changed;
} merge;

/* The few names of a key that have variables in them, by their indexes: they are looked for under the names they have here. */
typedef struct {
    uint32_t *keys, *values;
    uint32_t key_count, value_count;
} varying;

static varying varying_in(const merge *of, const regf_key *stored)
{
    varying result = {0};
    if (!stored)
        return result;
    for (uint32_t i = 0; i < stored->key_count; i++)
        if (variables_in(stored->keys[i]->name)) {
            result.keys = result.keys ? result.keys : text_memory(of->memory, stored->key_count * sizeof *result.keys);
            result.keys[result.key_count++] = i;
        }
    for (uint32_t i = 0; i < stored->value_count; i++)
        if (variables_in(stored->values[i].name)) {
            result.values = result.values ? result.values : text_memory(of->memory, stored->value_count * sizeof *result.values);
            result.values[result.value_count++] = i;
        }
    return result;
}

static const regf_key *stored_key(const merge *of, const regf_key *in, const varying *names, regf_text seen)
{
    if (!in)
        return NULL;
    for (uint32_t i = 0; i < names->key_count; i++) {
        const regf_key *key = in->keys[names->keys[i]];
        if (!regf_compare(variables_key_name(of->with, key->name, of->memory), seen))
            return key;
    }
    const regf_key *key = regf_find_key(in, seen);
    return key && !variables_in(key->name) ? key : NULL;
}

static const regf_value *stored_value(const merge *of, const regf_key *in, const varying *names, regf_text seen)
{
    if (!in)
        return NULL;
    for (uint32_t i = 0; i < names->value_count; i++) {
        const regf_value *value = &in->values[names->values[i]];
        if (!regf_compare(variables_expand(of->with, value->name, of->memory), seen))
            return value;
    }
    const regf_value *value = regf_find_value(in, seen);
    return value && !variables_in(value->name) ? value : NULL;
}

/* Whether it is another one than the stored. */
static bool merge_value(const merge *of, const regf_value *before, const regf_value *live, regf_value *result)
{
    if (before && before->type == live->type && same_bytes(variables_expand_data(of->with, before, of->memory), live->data)) {
        *result = *before;
        return false;
    }
    *result = *live;
    result->name = before ? before->name : variables_fold(of->with, live->name, of->memory);
    if (result->name.length > REGF_LONGEST_VALUE_NAME)
        result->name = live->name;
    result->data = variables_fold_data(of->with, live->type, live->data, of->memory);
    return true;
}

static regf_text folded_key_name(const merge *of, regf_text name)
{
    regf_text folded = variables_fold(of->with, name, of->memory);
    return folded.length > REGF_LONGEST_NAME ? name : folded;
}

static regf_key *merge_key(merge *of, const regf_key *stored, const regf_key *live)
{
    regf_key *result = text_memory(of->memory, sizeof *result);
    *result = *live;
    result->name = stored ? stored->name : folded_key_name(of, live->name);
    result->security = stored ? stored->security : NULL;
    result->flags = (live->flags & LINK) | (stored ? stored->flags & ~(uint32_t)LINK : 0);
    bool changed = !stored || !same_text(stored->class_name, live->class_name) || stored->value_count != live->value_count
                   || stored->key_count != live->key_count || ((stored->flags ^ live->flags) & LINK);
    varying names = varying_in(of, stored);
    result->values = text_memory(of->memory, live->value_count * sizeof *result->values);
    for (uint32_t i = 0; i < live->value_count; i++)
        changed |= merge_value(of, stored_value(of, stored, &names, live->values[i].name), &live->values[i], &result->values[i]);
    result->keys = text_memory(of->memory, live->key_count * sizeof *result->keys);
    for (uint32_t i = 0; i < live->key_count; i++) {
        const regf_key *before = stored_key(of, stored, &names, live->keys[i]->name);
        changed |= !before;
        result->keys[i] = merge_key(of, before, live->keys[i]);
    }
    if (!changed)
        result->written = stored->written;
    of->changed |= changed;
    settle(result, of->memory);
    return result;
}

regf_key *merge_stored(const variables *with, const regf_key *stored, const regf_key *live, arena *memory)
{
    merge of = {with, memory, false};
    regf_key *result = merge_key(&of, stored, live);
    result->name = stored->name;
    return of.changed ? result : NULL;
}
