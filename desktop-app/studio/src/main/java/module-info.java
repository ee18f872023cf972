/** The desktop studio: its window, the library, the editors. */
module studio.ctnr.studio {
    requires org.controlsfx.controls;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires org.slf4j;
    requires reactfx;
    requires studio.ctnr.engine;
    requires studio.ctnr.toolkit;
    requires studio.ctnr.wizard;
    requires studio.ctnr.workbench;
    requires tools.jackson.databind;

    exports studio.ctnr.studio to
            javafx.graphics;
}
