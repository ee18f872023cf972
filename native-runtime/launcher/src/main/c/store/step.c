#include "step.h"

#include "../session/step.h"
#include "growing.h"
#include "same.h"

#include <stdbool.h>
#include <string.h>
#include <wchar.h>

static bool starts(regf_text text, regf_text with)
{
    return text.length >= with.length && !memcmp(text.units, with.units, with.length * sizeof *with.units);
}

static regf_text after(regf_text text, uint32_t length)
{
    return (regf_text){text.units + length, text.length - length};
}

/* The name that the path begins with, which is left without it and its backslash. */
static regf_text take_name(regf_text *path)
{
    regf_text name = {path->units, 0};
    while (name.length < path->length && name.units[name.length] != '\\')
        name.length++;
    *path = after(*path, name.length < path->length ? name.length + 1 : name.length);
    return name;
}

static void add_whiteout(regf_tree *tree, regf_key *above, regf_text name)
{
    uint32_t doubles;
    regf_key *made = growing_memory(tree, sizeof *made);
    regf_key **keys = growing_memory(tree, (above->key_count + 1) * sizeof *keys);
    *made = (regf_key){.name = growing_text(tree, name.units, name.length), .class_name = text_of(WHITEOUT_CLASS),
                       .written = above->written};
    if (above->key_count)
        memcpy(keys, above->keys, above->key_count * sizeof *keys);
    keys[above->key_count++] = made;
    above->keys = keys;
    regf_settle(above, &tree->memory, &doubles);
}

static void finish(regf_tree *tree, regf_text path, bool deletes)
{
    regf_key *above = tree->root;
    regf_text name = take_name(&path);
    while (above && path.length) {
        above = regf_find_key(above, name);
        name = take_name(&path);
    }
    if (!above || above == tree->root) /* what lies above it was made before the step began, and is not deleted in it */
        return;
    regf_key *there = regf_find_key(above, name);
    if (!there) {
        add_whiteout(tree, above, name);
    } else if (deletes) {
        there->class_name = text_of(WHITEOUT_CLASS);
        there->value_count = there->key_count = 0;
    }
}

void step_finish(regf_tree *tree, const regf_key *state)
{
    const regf_value *begun = regf_find_value(state, text_of(STEP_VALUE));
    if (!begun)
        return;
    regf_text step = growing_text(tree, (const uint16_t *)(const void *)begun->data.bytes, begun->data.size / 2);
    while (step.length && !step.units[step.length - 1])
        step.length--;
    if (starts(step, text_of(STEP_DELETES)))
        finish(tree, after(step, text_of(STEP_DELETES).length), true);
    else if (starts(step, text_of(STEP_MAKES)))
        finish(tree, after(step, text_of(STEP_MAKES).length), false);
}
