/** What every screen of the studio is made of: theme, texts, actions, background work, dialogs, notices, undo. */
module studio.ctnr.toolkit {
    requires transitive javafx.controls;
    requires transitive atlantafx.base;
    requires transitive org.kordamp.ikonli.javafx;
    requires transitive org.kordamp.ikonli.bootstrapicons;
    requires org.slf4j;

    exports studio.ctnr.toolkit.action;
    exports studio.ctnr.toolkit.background;
    exports studio.ctnr.toolkit.control;
    exports studio.ctnr.toolkit.dialog;
    exports studio.ctnr.toolkit.history;
    exports studio.ctnr.toolkit.notice;
    exports studio.ctnr.toolkit.page;
    exports studio.ctnr.toolkit.problem;
    exports studio.ctnr.toolkit.text;
    exports studio.ctnr.toolkit.theme;
    exports studio.ctnr.toolkit.watch;
    exports studio.ctnr.toolkit.window;
}
