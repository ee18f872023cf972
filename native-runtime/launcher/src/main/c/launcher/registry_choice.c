#include "registry_choice.h"

#include "../common/failure.h"
#include "hive_probe.h"
#include "launcher_failure.h"

#include <wchar.h>

static const wchar_t *const WISHES[] = {L"auto", L"keys", L"hive"};

bool registry_wish_of(const wchar_t *word, registry_wish *wish)
{
    for (size_t i = 0; i < ARRAYSIZE(WISHES); i++)
        if (!wcscmp(word, WISHES[i])) {
            *wish = (registry_wish)i;
            return true;
        }
    return false;
}

const holder *registry_chosen(registry_wish wish, const machine *here, const wchar_t **why)
{
    if (wish == REGISTRY_WISH_KEYS)
        return &holder_of_keys;
    const wchar_t *problem = hive_probe(here);
    if (why)
        *why = problem;
    if (!problem)
        return &holder_of_hive;
    if (wish == REGISTRY_WISH_AUTO)
        return &holder_of_keys;
    if (why)
        return NULL;
    failure_code(EXIT_PROVIDER);
    fail(0, L"--registry hive asks for a hive that Windows loads, and that does not work here: %ls. Nothing else is used in its"
            L" place; --registry keys holds the registry in keys of the user's", problem);
}

const holder *holder_in(const session_header *session)
{
    return session->registry_provider == REGISTRY_HIVE ? &holder_of_hive : &holder_of_keys;
}

const holder *registry_joined(registry_wish wish, const session_header *running)
{
    const holder *has = holder_in(running);
    failure_code(EXIT_PROVIDER);
    if (wish != REGISTRY_WISH_AUTO && has != (wish == REGISTRY_WISH_HIVE ? &holder_of_hive : &holder_of_keys))
        fail(0, L"The container at %ls is running with its registry in %ls, and --registry %ls asks for something else; end it first",
             session_string(running, running->root), has == &holder_of_hive ? L"a hive" : L"keys", WISHES[wish]);
    return has;
}
