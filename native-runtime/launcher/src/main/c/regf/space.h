/* The bins of a hive that is being written: gives out cells one after another, and grows. */
#pragma once

#include "layout.h"
#include "little_endian.h"
#include "regf.h"

typedef struct {
    uint8_t *bytes; /* of the whole file; they move when it grows */
    size_t room;
    uint32_t next, bin_end;
    regf_error *error;
} space;

bool space_open(space *in, regf_error *error);
/* A cell in use, filled with zeros; data is where its data begins. */
bool space_get(space *in, uint64_t length, uint32_t *data);
/* Completes the bins and the base block; how long the file is. */
uint32_t space_finish(space *in, uint32_t root, uint64_t written);

/* What other cells refer to it with. */
static inline uint32_t reference_to(uint32_t data)
{
    return data - 4 - PAGE;
}

bool is_latin(regf_text text);
/* How many bytes it takes there. */
uint32_t stored_size(regf_text text);
void put_text(uint8_t *at, regf_text text);
/* Always two bytes for a unit. */
void put_units(uint8_t *at, regf_text text);
