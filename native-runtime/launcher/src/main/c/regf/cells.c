#include "cells.h"

#include "damage.h"

#include <stdlib.h>

static bool marked(const uint64_t *bits, uint32_t unit)
{
    return bits[unit >> 6] >> (unit & 63) & 1;
}

static void mark(uint64_t *bits, uint32_t unit)
{
    bits[unit >> 6] |= (uint64_t)1 << (unit & 63);
}

static bool walk_cells(cells *in, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to;) {
        uint32_t size = get32(in->bytes + at);
        uint32_t length = size & 0x80000000 ? 0 - size : size;
        if (length < 8 || length % 8 || length > to - at)
            return damaged(in->error, at, "a cell's size is a multiple of 8, from 8 to %d here, found %d", (int)(to - at),
                           (int)length);
        if (size & 0x80000000)
            mark(in->starts, (at - PAGE) >> 3);
        at += length;
    }
    return true;
}

static bool walk_bins(cells *in)
{
    for (uint32_t bin = PAGE; bin < in->end;) {
        uint32_t signature = get32(in->bytes + bin), place = get32(in->bytes + bin + 4), size = get32(in->bytes + bin + 8);
        if (signature != BIN_SIGNATURE)
            return damaged(in->error, bin, "expected a bin (\"hbin\"), found 0x%08x", signature);
        if (place != bin - PAGE)
            return damaged(in->error, bin + 4, "the bin at offset 0x%x says that it is at 0x%x", bin - PAGE, place);
        if (!size || size % PAGE || size > in->end - bin)
            return damaged(in->error, bin + 8, "a bin's size is a multiple of 4096 and at most %d here, found %d",
                           (int)(in->end - bin), (int)size);
        if (!walk_cells(in, bin + BIN_HEADER, bin + size))
            return false;
        bin += size;
    }
    return true;
}

bool cells_open(cells *in, const uint8_t *bytes, uint32_t data_size, regf_error *error)
{
    size_t words = data_size / 512;
    *in = (cells){bytes, PAGE + data_size, calloc(words, sizeof *in->starts), calloc(words, sizeof *in->claimed), error};
    if (!in->starts || !in->claimed)
        return damaged(error, 0, "there is no memory for the hive's cells");
    return walk_bins(in);
}

void cells_release(cells *in)
{
    free(in->starts);
    free(in->claimed);
}

bool cells_claim(cells *in, uint32_t field, const char *what, uint32_t least, uint32_t *data)
{
    uint32_t reference = get32(in->bytes + field), unit = reference >> 3;
    if (reference % 8 || reference >= in->end - PAGE || !marked(in->starts, unit))
        return damaged(in->error, field, "expected a reference to %s, found 0x%x, where no cell in use begins", what, reference);
    *data = PAGE + reference + 4;
    if (cells_capacity(in, *data) < least)
        return damaged(in->error, *data - 4, "expected %s, found a cell of %d bytes", what, (int)cells_capacity(in, *data));
    if (marked(in->claimed, unit))
        return damaged(in->error, field, "expected %s of its own, found a reference to the cell at 0x%x, which is already in use",
                       what, reference);
    mark(in->claimed, unit);
    return true;
}

uint32_t cells_capacity(const cells *in, uint32_t data)
{
    return 0 - get32(in->bytes + data - 4) - 4;
}

bool cells_has(const cells *in, uint32_t data, const char *signature)
{
    return in->bytes[data] == (uint8_t)signature[0] && in->bytes[data + 1] == (uint8_t)signature[1];
}

bool cells_expect(cells *in, uint32_t data, const char *signature, const char *what)
{
    if (cells_has(in, data, signature))
        return true;
    return damaged(in->error, data, "expected %s (\"%s\"), found 0x%04x", what, signature, get16(in->bytes + data));
}
