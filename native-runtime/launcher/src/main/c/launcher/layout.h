#pragma once

#include "block.h"
#include "machine.h"

session_list layout_places(block *in, const machine *here, const config *settings);
session_list layout_junctions(block *in, const machine *here);
/* The rules of config.yml and the usual ones, most specific first. */
session_list layout_rules(block *in, const machine *here, const config *settings);
/* The same for keys of the registry. */
session_list layout_key_rules(block *in, const config *settings);
