/*
 * The %CONTAINER_...% variables in names and texts of the container's registry (the Java classes Variable and VariableForm
 * say what they are): they get this machine's values when the registry is loaded, and where an application writes a
 * folder of this machine, the variable is put in its place again.
 */
#pragma once

#include "../launcher/machine.h"
#include "../regf/regf.h"

enum { VARIABLES = 9 };

/* The values that a registry was loaded with, in the order of variable_names. */
typedef struct {
    regf_text values[VARIABLES];
} variables;

extern const wchar_t *const variable_names[VARIABLES];

variables variables_of(const machine *here);

/* Whether a variable, or what looks like one, is in it. */
bool variables_in(regf_text text);
/* Both give the text itself when there is nothing to do; what they make is the arena's. */
regf_text variables_expand(const variables *with, regf_text text, arena *memory);
regf_text variables_fold(const variables *with, regf_text text, arena *memory);

/* The names of a key as an application sees it: stays as it is when the values would make no key's name of it. */
regf_text variables_key_name(const variables *with, regf_text name, arena *memory);
/* The type of a value that keeps a descriptor (descriptor.h); the runtime's key_mark.h has the same. */
enum { VALUE_SECURITY = 0x63746e73 };
/* The data of a value; only texts and descriptors change. */
regf_bytes variables_expand_data(const variables *with, const regf_value *value, arena *memory);
regf_bytes variables_fold_data(const variables *with, uint32_t type, regf_bytes data, arena *memory);
