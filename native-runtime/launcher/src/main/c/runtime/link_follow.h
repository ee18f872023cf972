/* Names of the view whose links have been followed: what every call about a path begins with. */
#pragma once

#include "layer.h"

/* The place that a name leads to; its last part is not followed when itself is set. False as place_of. */
bool link_follow(scratch *in, const name *from, bool itself, place *result);
