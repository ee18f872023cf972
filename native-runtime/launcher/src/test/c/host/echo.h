/*
 * A reader as a program of this host, for a test that compares it with Java's: files come as four bytes of length and
 * their bytes, answers go as four bytes of length, a letter, and bytes. Lengths are little-endian.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Reads one file and answers once. The bytes are as many as there are, so that the checks see what reads beyond. */
void echo(const uint8_t *bytes, size_t size);

void answer(char kind, const void *bytes, size_t size);
