/** The capture: what an installer does to a clean machine, and how it becomes a container. */
module studio.ctnr.engine {
    requires com.sun.jna;
    requires com.sun.jna.platform;
    requires java.desktop;
    requires java.naming;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires studio.ctnr.launcher;
    requires transitive tools.jackson.core;
    requires tools.jackson.databind;
    requires transitive studio.ctnr.container;

    exports studio.ctnr.engine.amend;
    exports studio.ctnr.engine.build;
    exports studio.ctnr.engine.capture;
    exports studio.ctnr.engine.change;
    exports studio.ctnr.engine.inspect;
    exports studio.ctnr.engine.installer;
    exports studio.ctnr.engine.observe.who;
    exports studio.ctnr.engine.observe;
    exports studio.ctnr.engine.project;
    exports studio.ctnr.engine.projection.report;
    exports studio.ctnr.engine.projection;
    exports studio.ctnr.engine.projection.text;
    exports studio.ctnr.engine.rules;
    exports studio.ctnr.engine.run;
    exports studio.ctnr.engine.sandbox.windows;
    exports studio.ctnr.engine.sandbox.wine;
    exports studio.ctnr.engine.sandbox;
    exports studio.ctnr.engine.smoke;

    // an interface of Windows' functions
    opens studio.ctnr.engine.sandbox.windows.journal to
            com.sun.jna;
    // records that are read and written as JSON
    opens studio.ctnr.engine.sandbox.wine to
            tools.jackson.databind;
}
