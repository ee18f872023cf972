package studio.ctnr.wizard;

import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.wizard.text.Texts;

/** The way from an installer to a container, as a page of the studio. */
public final class Wizard implements Page {
    private final BorderPane view = new BorderPane();

    public Wizard() {
        view.setCenter(new EmptyState(
                BootstrapIcons.RECORD_CIRCLE, Texts.text("wizard.empty"), Texts.text("wizard.empty.sentence")));
    }

    @Override
    public Parent view() {
        return view;
    }
}
