#include "space.h"

#include "base_block.h"
#include "damage.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 1 << 16, LARGEST = INT32_MAX - PAGE };

bool space_open(space *in, regf_error *error)
{
    *in = (space){calloc(1, FIRST_ROOM), FIRST_ROOM, PAGE, PAGE, error};
    return in->bytes ? true : damaged(error, 0, "there is no memory to write a hive");
}

static bool grow(space *in, size_t needed)
{
    if (needed <= in->room)
        return true;
    size_t room = in->room + in->room / 2 > needed ? in->room + in->room / 2 : needed;
    uint8_t *bytes = realloc(in->bytes, room);
    if (!bytes)
        return damaged(in->error, 0, "there is no memory to write a hive of %llu bytes", (unsigned long long)needed);
    memset(bytes + in->room, 0, room - in->room);
    in->bytes = bytes;
    in->room = room;
    return true;
}

static void close_bin(space *in)
{
    if (in->next < in->bin_end)
        put32(in->bytes + in->next, in->bin_end - in->next);
    in->next = in->bin_end;
}

static bool open_bin(space *in, uint64_t cell)
{
    uint64_t size = (BIN_HEADER + cell + PAGE - 1) / PAGE * PAGE;
    if (in->bin_end + size > LARGEST)
        return damaged(in->error, 0, "the registry keys don't fit into one hive: it would be larger than 2 GB");
    if (!grow(in, (size_t)(in->bin_end + size)))
        return false;
    uint8_t *bin = in->bytes + in->bin_end;
    put32(bin, BIN_SIGNATURE);
    put32(bin + 4, in->bin_end - PAGE);
    put32(bin + 8, (uint32_t)size);
    in->next = in->bin_end + BIN_HEADER;
    in->bin_end += (uint32_t)size;
    return true;
}

bool space_get(space *in, uint64_t length, uint32_t *data)
{
    uint64_t size = (length + 4 + 7) & ~(uint64_t)7;
    if (size > in->bin_end - in->next) {
        close_bin(in);
        if (!open_bin(in, size))
            return false;
    }
    put32(in->bytes + in->next, 0 - (uint32_t)size);
    *data = in->next + 4;
    in->next += (uint32_t)size;
    return true;
}

uint32_t space_finish(space *in, uint32_t root, uint64_t written)
{
    close_bin(in);
    put64(in->bytes + PAGE + 20, written);
    base_block_write(in->bytes, reference_to(root), in->bin_end - PAGE, written);
    return in->bin_end;
}

bool is_latin(regf_text text)
{
    for (uint32_t i = 0; i < text.length; i++)
        if (text.units[i] > 0xff)
            return false;
    return true;
}

uint32_t stored_size(regf_text text)
{
    return is_latin(text) ? text.length : 2 * text.length;
}

void put_text(uint8_t *at, regf_text text)
{
    if (!is_latin(text))
        put_units(at, text);
    else
        for (uint32_t i = 0; i < text.length; i++)
            at[i] = (uint8_t)text.units[i];
}

void put_units(uint8_t *at, regf_text text)
{
    for (uint32_t i = 0; i < text.length; i++)
        put16(at + 2 * i, text.units[i]);
}
