package studio.ctnr.studio.navigation;

import java.nio.file.Path;
import java.util.List;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Makes the pages that are not places of the side bar, each when it is asked for. */
public interface PageMaker {
    /** The editor of a container. */
    Page editor(ContainerRecord container);

    /** What is in an archive; leaving the page closes it. */
    Page archive(OpenedArchive archive);

    /**
     * The wizard from its beginning.
     *
     * @param installers may be empty: it asks then
     */
    Page wizard(List<Path> installers);

    /** The wizard where a project was left. */
    Page resumed(Path project);

    /** The comparison of two containers. */
    Page comparison();
}
