/*
 * The cells of a hive that is being read. All bins and cells are walked first, so that a reference counts only when a
 * cell in use really begins there; and each cell may be referred to once, as in every hive that Windows takes for sound.
 * That rules cycles out, and bounds what a hostile file can make of its bytes. Positions count from the file's beginning.
 */
#pragma once

#include "layout.h"
#include "little_endian.h"
#include "regf.h"

typedef struct {
    const uint8_t *bytes;
    uint32_t end;
    uint64_t *starts, *claimed; /* a bit for each 8 bytes */
    regf_error *error;
} cells;

/* False when the bins are damaged, or when there is no memory; cells_release is due in any case. */
bool cells_open(cells *in, const uint8_t *bytes, uint32_t data_size, regf_error *error);
void cells_release(cells *in);

/*
 * Follows the reference that stands at the field and takes the cell, which nothing else may then refer to.
 * what and least: what the cell should hold, and how many bytes of data it needs. data is where the cell's data begins.
 */
bool cells_claim(cells *in, uint32_t field, const char *what, uint32_t least, uint32_t *data);

/* How many bytes of data the cell has room for. */
uint32_t cells_capacity(const cells *in, uint32_t data);
bool cells_has(const cells *in, uint32_t data, const char *signature);
bool cells_expect(cells *in, uint32_t data, const char *signature, const char *what);
