/** The capture wizard: the pages that lead from an installer to a container. */
module studio.ctnr.wizard {
    requires org.slf4j;
    requires tools.jackson.databind;
    requires transitive studio.ctnr.engine;
    requires transitive studio.ctnr.toolkit;

    exports studio.ctnr.wizard;
    exports studio.ctnr.wizard.host;
    exports studio.ctnr.wizard.preview;
    exports studio.ctnr.wizard.preview.view;
    exports studio.ctnr.wizard.words;

    // records that are read and written as JSON
    opens studio.ctnr.wizard.model to
            tools.jackson.databind;
}
