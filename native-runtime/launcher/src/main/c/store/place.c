#include "place.h"

place place_of(const machine *here, const wchar_t *id)
{
    static const wchar_t *const NAMES[HIVES] = {L"HKCU", L"HKLM-SW"}, *const VIEWS[HIVES] = {L"HKCU", L"HKLM\\Software"};
    place result = {.id = id, .path = joined(SESSIONS L"\\", id, NULL)};
    result.key = joined(here->user_key, L"\\", result.path, NULL);
    for (int i = 0; i < HIVES; i++) {
        const wchar_t *file = joined(here->root, L"\\user\\Registry\\", NAMES[i], NULL);
        result.hives[i] = (hive_place){VIEWS[i], NAMES[i], joined(file, L".hiv", NULL), joined(file, L".hiv.new", NULL),
                                       joined(file, L".recovered.hiv", NULL)};
    }
    result.loaded = joined(here->root, L"\\logs\\registry.hive", NULL);
    result.mark = joined(here->root, L"\\logs\\registry.session", NULL);
    result.exchange = joined(here->root, L"\\logs\\registry.exchange", NULL);
    result.log = joined(here->root, L"\\logs\\events.log", NULL);
    return result;
}
