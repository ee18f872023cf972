/*
 * Reads the YAML that config.yml is written in: block maps and lists, one-line or bracketed flow ones, plain and quoted
 * texts, block texts, comments. Anything else of YAML (anchors, tags, several documents, texts in quotes over several
 * lines) is refused with its line, never guessed at.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef enum { YAML_NULL, YAML_TEXT, YAML_MAP, YAML_LIST } yaml_kind;

typedef struct yaml_node yaml_node;
struct yaml_node {
    yaml_kind kind;
    int line;          /* from 1 */
    char *key;         /* in a map: UTF-8 */
    char *text;        /* of YAML_TEXT: UTF-8 */
    bool folded;       /* a > text, whose lines were not joined: fit to be skipped, not to be used */
    yaml_node *first, *next;
};

/* Ends the program with file, line and reason when the text can't be read. */
yaml_node *yaml_read(const char *bytes, size_t length, const wchar_t *file);
/* The member of a map; NULL when there is none or it is null. */
const yaml_node *yaml_member(const yaml_node *map, const char *key);
/* Ends the program: the value at this node is not what it must be. */
_Noreturn void yaml_refuse(const yaml_node *node, const char *reason);
