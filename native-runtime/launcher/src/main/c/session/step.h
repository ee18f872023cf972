/*
 * Replacing a key of the container by a whiteout, or a whiteout by a key, takes two calls. What is between them stands in
 * the session's registry, in the key beside both hives, as a text:
 *
 *     delete HKCU\Software\Name      the key is deleted: where it stands, or nothing, a whiteout is to stand
 *     make HKLM-SW\Name              it is made again: where nothing stands, the whiteout is to stand again
 *
 * The path begins with the hive's name there. The next one whose turn it is finishes it (runtime/key_step.h); when there is
 * none, whoever writes the registry back (store/step.h).
 */
#pragma once

#define STATE_KEY L"State"
#define STEP_VALUE L"Step"
#define STEP_DELETES L"delete "
#define STEP_MAKES L"make "
#define WHITEOUT_CLASS L"ctnr.whiteout" /* of a key: runtime/key_mark.h */
