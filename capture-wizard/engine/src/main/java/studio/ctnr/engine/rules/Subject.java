package studio.ctnr.engine.rules;

/** What a rule speaks of. */
public enum Subject {
    FILES,
    REGISTRY;

    private static final String ROOT_START = "HK";

    /** What a pattern that stands alone speaks of: keys when it starts with HKLM, HKCU, HKCR, HKU or {@code HK*}. */
    public static Subject of(String pattern) {
        return pattern.regionMatches(true, 0, ROOT_START, 0, ROOT_START.length()) ? REGISTRY : FILES;
    }
}
