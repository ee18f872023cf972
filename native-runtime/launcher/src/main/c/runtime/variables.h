#pragma once

/* Gives the process the variables of config.yml that its parent left out. */
void variables_ensure(void);
