#pragma once

/* A function of kernel32, by which processes and threads are started as Windows' own code starts them; may be NULL. */
void *kernel_function(const char *name);
