#pragma once

/* While one thread runs. Without it a process ends without its code. */
void ending_install(void);
/* The process ends; said once. */
void ending_tell(void);
