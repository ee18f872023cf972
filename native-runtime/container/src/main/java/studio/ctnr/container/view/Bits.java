package studio.ctnr.container.view;

/** The kind of process that asks: 32-bit ones say names that Windows takes for others (WoW64). */
public enum Bits {
    X64,
    X86
}
