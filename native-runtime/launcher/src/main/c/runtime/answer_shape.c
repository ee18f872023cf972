#include "answer_shape.h"

static const answer_shape SHAPES[] = {
    {FileBasicInformation, 32, NOWHERE, NOWHERE, NOWHERE, NOWHERE},
    {FileInternalInformation, NOWHERE, NOWHERE, 0, NOWHERE, NOWHERE},
    {FileAllInformation, 32, NOWHERE, 64, NOWHERE, NOWHERE},
    {FileNetworkOpenInformation, 48, NOWHERE, NOWHERE, NOWHERE, NOWHERE},
    {FileAttributeTagInformation, 0, 4, NOWHERE, NOWHERE, NOWHERE},
    {FILE_ID, NOWHERE, NOWHERE, 8, NOWHERE, 0},
    {FILE_STAT, 56, 60, 0, NOWHERE, NOWHERE},
    {FILE_STAT_LX, 56, 60, 0, NOWHERE, NOWHERE},
    {FILE_STAT_BASIC, 56, 60, 0, 88, 80},
};

const answer_shape *answer_shape_of(FILE_INFORMATION_CLASS class)
{
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (SHAPES[i].class == (int)class)
            return &SHAPES[i];
    return NULL;
}
