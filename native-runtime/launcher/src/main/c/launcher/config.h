/* What config.yml says, as far as running needs it. Texts are as written: their variables are not expanded. */
#pragma once

#include "../session/session.h"
#include "providers.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const wchar_t *name, *target, *args, *cwd; /* args and cwd may be NULL */
    bool is_default;
} entry_point;

typedef struct {
    const wchar_t *path;
    access_mode mode;
} isolation_rule;

typedef struct {
    const wchar_t *key, *value;
} variable;

typedef struct {
    const wchar_t *name, *command; /* command may be NULL */
    unsigned long start;           /* SERVICE_AUTO_START, SERVICE_DEMAND_START or SERVICE_DISABLED */
    bool shared;
} service;

typedef struct {
    const wchar_t *file;
    const wchar_t *program_files, *appdata, *local_appdata, *temp; /* relative, by backslashes */
    entry_point *entrypoints;
    size_t entrypoint_count;
    isolation_rule *rules;
    size_t rule_count;
    isolation_rule *key_rules; /* of the registry */
    size_t key_rule_count;
    variable *variables;
    size_t variable_count;
    service *services;
    size_t service_count;
    const wchar_t **texts; /* files of the container with variables: relative, by backslashes, the last name with wildcards */
    size_t text_count;
    variable *hashes; /* file of the runtime, by slashes, and its SHA-256 in lower-case hexadecimal */
    size_t hash_count;
    const provider *files, *registry; /* that are asked for */
} config;

/* Ends the program when the file is missing or says what can't be followed. */
config config_read(const wchar_t *file);
/* NULL as a name means the default; ends the program when there is none of that name. */
const entry_point *config_entry(const config *from, const wchar_t *name);
