/*
 * Which names the container's layer has, so that a path that is the host's alone is not looked for in the container each
 * time. It is one set for all processes of the session. A folder's names are put in when it is asked about for the first
 * time, and every name before it is made; none is taken out. So it may say that something is there which is gone, and
 * the disk is asked then, but not the reverse.
 */
#pragma once

#include "layer.h"

index_answer index_ask(const place *at);
/* Before something is made at a path in the container, marker or not. */
void index_add(text container_path);
/* Before and after a folder of the container gets another name, with all that is in it. */
void index_moved(void);
/* Whether there may be a link at a path in the container. */
bool index_may_be_link(text container_path);

/* The set itself, for those who have names of another kind: a path's hash, and a number for what is said of it. */
uint64_t index_hash(uint64_t before, text part); /* FNV-1a over the UTF-16 units, folded */
bool index_has(uint64_t path, uint32_t says);
void index_put(uint64_t path, uint32_t says);
