package studio.ctnr.studio.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.PageMaker;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;

/**
 * What the window is made of; tests give it fakes.
 *
 * @param store where containers and the inventory lie
 * @param sandbox of this host; empty where there is none
 * @param sample finds or makes the sample installer, off the FX thread
 * @param pages made by what the window itself offers
 * @param version of the program
 */
public record ShellParts(
        Bench bench,
        Background background,
        Preferences preferences,
        Path store,
        Optional<Sandbox> sandbox,
        Callable<Path> sample,
        Function<Surroundings, PageMaker> pages,
        String version) {

    /** What the window offers to pages. */
    public record Surroundings(Desk desk, Navigator navigator) {}
}
