package studio.ctnr.studio.navigation;

import java.nio.file.Path;
import java.util.List;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Leads from one screen to another. */
public interface Navigator {
    void go(Place place);

    /** The page that is shown is done with, and is forgotten; shows a place instead. */
    void done(Place next);

    /** Shows a container in the library, selected. */
    void show(ContainerRecord container);

    /** Opens a container in its editor. */
    void open(ContainerRecord container);

    /** Shows what is in an archive. */
    void view(OpenedArchive archive);

    /**
     * Begins the wizard.
     *
     * @param installers may be empty: it asks then
     */
    void capture(List<Path> installers);

    /** Takes a capture project up again. */
    void resume(Path project);
}
