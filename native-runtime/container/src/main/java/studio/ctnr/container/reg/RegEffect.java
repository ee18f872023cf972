package studio.ctnr.container.reg;

import studio.ctnr.container.hive.RegistryValue;

/**
 * What one edit did to a hive.
 *
 * @param kind what became of the key or value
 * @param key the key's path as the edit gave it
 * @param before the value as it was; null when there was none, or when this is about a key
 * @param after the value as it is now; null when there is none, or when this is about a key
 */
public record RegEffect(Kind kind, String key, RegistryValue before, RegistryValue after) {
    /** What became of a key or a value; what stays as it was is not told. */
    public enum Kind {
        KEY_ADDED,
        KEY_REMOVED,
        VALUE_ADDED,
        VALUE_CHANGED,
        VALUE_REMOVED
    }

    static RegEffect ofKey(Kind kind, String key) {
        return new RegEffect(kind, key, null, null);
    }
}
