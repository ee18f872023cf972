#include "variables.h"

#include "view.h"

#define STATUS_VARIABLE_NOT_FOUND STATUS(0xC0000100)

void variables_ensure(void)
{
    const session_pair *variables = session_pairs(session, session->environment);
    for (uint32_t i = 0; i < session->environment.count; i++) {
        UNICODE_STRING key = text_unicode(session_at(variables[i].from));
        UNICODE_STRING value = text_unicode(session_at(variables[i].to)), present = {0};
        if (RtlQueryEnvironmentVariable_U(NULL, &key, &present) == STATUS_VARIABLE_NOT_FOUND)
            RtlSetEnvironmentVariable(NULL, &key, &value);
    }
}
