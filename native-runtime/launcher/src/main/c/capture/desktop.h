#pragma once

/* Returns when windows can be shown, at the latest after a minute. */
void desktop_wait(void);
