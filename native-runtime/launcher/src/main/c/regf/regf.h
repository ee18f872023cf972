/*
 * Registry hives: a tree of keys in one file, in the format ("regf") that Windows loads with RegLoadKey. Reads versions
 * 1.3 to 1.6 and writes 1.5; the same trees make the same bytes as with the Java package studio.ctnr.container.hive, and
 * the same files are refused at the same byte (https://github.com/msuhanov/regf is what both follow). It needs nothing of
 * Windows: UTF-16 units are uint16_t.
 *
 * Reading trusts nothing in the file. A tree is held by one arena; what is read points into the file's bytes where it
 * can.
 */
#pragma once

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    REGF_DEEPEST = 512,             /* levels, Windows' own limit */
    REGF_LONGEST_NAME = 256,        /* of a key, in units */
    REGF_LONGEST_VALUE_NAME = 16383
};

typedef struct {
    const uint16_t *units;
    uint32_t length;
} regf_text;

typedef struct {
    const uint8_t *bytes;
    uint32_t size;
} regf_bytes;

typedef struct {
    regf_text name; /* empty for the default value */
    uint32_t type;
    regf_bytes data;
} regf_value;

typedef struct regf_key regf_key;
struct regf_key {
    regf_text name, class_name;
    uint64_t written;           /* FILETIME */
    uint32_t flags;             /* what the format keeps beside and no meaning is given to here */
    const regf_bytes *security; /* a self-relative descriptor, shared; NULL: its parent's */
    regf_value *values;         /* both in the order of their names in upper case */
    regf_key **keys;
    uint32_t value_count, key_count;
};

typedef struct {
    arena memory;
    regf_key *root;
    bool unclean;        /* what Windows had only in the hive's logs is not in the tree */
    bool wrong_checksum; /* the base block's last write was cut short */
} regf_tree;

/* What was expected at which byte, and what was found; of a tree that can't be written, the problem alone. UTF-8. */
typedef struct {
    uint64_t offset;
    char problem[512];
} regf_error;

/* The bytes must stay for as long as the tree. False leaves no tree behind. */
bool regf_read(const uint8_t *bytes, size_t size, regf_tree *tree, regf_error *error);
void regf_release(regf_tree *tree);

/* The hive's bytes, from malloc; NULL when the tree does not fit into a hive, or into memory. */
uint8_t *regf_write(const regf_key *root, size_t *size, regf_error *error);

/* A tree with a root (called ROOT: loading gives it the name of the place) and nothing below it. */
bool regf_empty(regf_tree *tree);

/* By names in upper case, unit by unit: below, at or above 0. */
int regf_compare(regf_text one, regf_text other);
/*
 * Puts keys and values in order; of those that have the same name the first stays, and doubles counts the others. False
 * when there is no memory.
 */
bool regf_settle(regf_key *key, arena *memory, uint32_t *doubles);
/* NULL when there is none of the name; the key must be in order. */
regf_key *regf_find_key(const regf_key *in, regf_text name);
const regf_value *regf_find_value(const regf_key *in, regf_text name);
