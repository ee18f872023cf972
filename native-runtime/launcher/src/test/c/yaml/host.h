/* The YAML reader on this host: a refusal comes back instead of ending the program, and what was read is given up. */
#pragma once

#include "../../../main/c/launcher/yaml.h"

/* NULL when the text was refused; `refusal` is then "line N: reason". Holds until the next call. */
const yaml_node *host_read(const char *bytes, size_t length, char refusal[256]);
