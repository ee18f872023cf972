#pragma once

/* Makes the process know its own program by its path in the view, wherever the container keeps it. */
void identity_correct(void);
