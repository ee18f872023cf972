/* The first 4096 bytes of a hive. */
#pragma once

#include "regf.h"

typedef struct {
    uint32_t data_size;     /* of the bins */
    uint32_t minor_version; /* 3 to 6; big data exists from 4 on, lists with hashes from 5 on */
    bool unclean, wrong_checksum;
} base_block;

bool base_block_read(const uint8_t *bytes, size_t size, base_block *block, regf_error *error);
/* Of a clean hive of version 1.5. */
void base_block_write(uint8_t *bytes, uint32_t root, uint32_t data_size, uint64_t written);
