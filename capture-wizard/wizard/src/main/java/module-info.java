/** The capture wizard: the pages that lead from an installer to a container. */
module studio.ctnr.wizard {
    requires org.controlsfx.controls;
    requires org.fxmisc.richtext;
    requires org.slf4j;
    requires studio.ctnr.engine;
    requires transitive studio.ctnr.toolkit;

    exports studio.ctnr.wizard;
}
