#pragma once

/* Gives the stack protector a value of this process's own; to be called by a function that it does not protect. */
void guard_start(void);
