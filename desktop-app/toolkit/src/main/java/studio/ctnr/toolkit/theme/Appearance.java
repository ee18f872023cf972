package studio.ctnr.toolkit.theme;

/** Light, dark, or as the system has it. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
