#include "base_block.h"

#include "damage.h"
#include "layout.h"
#include "little_endian.h"

static uint32_t checksum(const uint8_t *bytes)
{
    uint32_t sum = 0;
    for (uint32_t at = 0; at < BASE_CHECKSUM; at += 4)
        sum ^= get32(bytes + at);
    return sum == 0 ? 1 : sum == 0xffffffff ? 0xfffffffe : sum;
}

static bool expect_parts(const uint8_t *bytes, regf_error *error)
{
    static const struct {
        uint32_t at, value;
        const char *what;
    } PARTS[] = {
        {0, BASE_SIGNATURE, "the signature \"regf\""},
        {BASE_TYPE, 0, "file type 0, a primary file (others are transaction logs)"},
        {BASE_FORMAT, 1, "file format 1"},
        {BASE_MAJOR, 1, "major version 1"},
    };
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        uint32_t found = get32(bytes + PARTS[i].at);
        if (found != PARTS[i].value)
            return damaged(error, PARTS[i].at, "expected %s, found 0x%08x", PARTS[i].what, found);
    }
    return true;
}

bool base_block_read(const uint8_t *bytes, size_t size, base_block *block, regf_error *error)
{
    if (size < PAGE)
        return damaged(error, size, "expected a base block of 4096 bytes, and the file ends here");
    if (size > INT32_MAX - PAGE)
        return damaged(error, 0, "the file is too large: %llu bytes", (unsigned long long)size);
    if (!expect_parts(bytes, error))
        return false;
    block->minor_version = get32(bytes + BASE_MINOR);
    if (block->minor_version < 3 || block->minor_version > 6)
        return damaged(error, BASE_MINOR, "expected version 1.3 to 1.6, found 1.%d", (int)block->minor_version);
    block->data_size = get32(bytes + BASE_DATA_SIZE);
    if (!block->data_size || block->data_size % PAGE || block->data_size > size - PAGE)
        return damaged(error, BASE_DATA_SIZE, "the bins are said to take %u bytes; after the base block the file has %u",
                       block->data_size, (uint32_t)(size - PAGE));
    block->unclean = get32(bytes + BASE_PRIMARY) != get32(bytes + BASE_SECONDARY);
    block->wrong_checksum = get32(bytes + BASE_CHECKSUM) != checksum(bytes);
    return true;
}

void base_block_write(uint8_t *bytes, uint32_t root, uint32_t data_size, uint64_t written)
{
    put32(bytes, BASE_SIGNATURE);
    put32(bytes + BASE_PRIMARY, 1);
    put32(bytes + BASE_SECONDARY, 1);
    put64(bytes + BASE_WRITTEN, written);
    put32(bytes + BASE_MAJOR, 1);
    put32(bytes + BASE_MINOR, 5);
    put32(bytes + BASE_FORMAT, 1);
    put32(bytes + BASE_ROOT, root);
    put32(bytes + BASE_DATA_SIZE, data_size);
    put32(bytes + BASE_CLUSTERING, 1);
    put32(bytes + BASE_CHECKSUM, checksum(bytes));
}
