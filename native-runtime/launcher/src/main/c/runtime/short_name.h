/* Names in the 8.3 form. They are those of the disk that keeps a file, so what they stand for is asked there. */
#pragma once

#include "view.h"

/* The path with the long name of each part that is a short one in either layer. */
text short_names_expand(scratch *in, text view);
