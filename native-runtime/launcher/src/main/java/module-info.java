/** The native programs that work inside Windows, as files on the module path. */
module studio.ctnr.launcher {
    exports studio.ctnr.launcher;
}
