/*
 * Security descriptors that applications set on keys of the container. On this machine the value that keeps one has a
 * self-relative descriptor; stored it has the same in the security descriptor definition language, as text, in which the
 * user's SID is a variable.
 */
#pragma once

#include "variables.h"

/* Both give nothing for what is no descriptor, or can't be said: then none is set. */
regf_bytes descriptor_expand(const variables *with, regf_bytes stored, arena *memory);
regf_bytes descriptor_fold(const variables *with, regf_bytes live, arena *memory);
