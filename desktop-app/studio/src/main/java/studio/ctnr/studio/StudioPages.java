package studio.ctnr.studio;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.navigation.PageMaker;
import studio.ctnr.studio.shell.ShellParts;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.wizard.Wizard;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Makes the wizard's and the editors' pages. */
record StudioPages(ShellParts.Surroundings surroundings) implements PageMaker {
    @Override
    public Page editor(ContainerRecord container) {
        return new Nothing(container.name());
    }

    @Override
    public Page wizard(List<Path> installers) {
        return new Wizard();
    }

    @Override
    public Page resumed(Path project) {
        return new Wizard();
    }

    @Override
    public Page comparison() {
        return new Nothing(Texts.text("place.compare"));
    }

    private record Nothing(Parent view) implements Page {
        Nothing(String title) {
            this(new BorderPane(new EmptyState(BootstrapIcons.BOX_SEAM, title, "")));
        }
    }
}
