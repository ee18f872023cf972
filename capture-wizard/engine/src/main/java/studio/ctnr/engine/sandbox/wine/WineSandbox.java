package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxException.Code;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Containment;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;
import studio.ctnr.engine.sandbox.SandboxSettings.Storage;

/**
 * Windows by Wine, on Linux: a clean machine is prepared once in the user's cache, each session is a layer over it (or
 * a copy), and bubblewrap locks it in.
 */
public final class WineSandbox implements Sandbox {
    private static final Set<String> WINDOWS_VERSIONS = Set.of("win11", "win10", "win81", "win8", "win7", "vista");

    private final WineHost host;
    private final TemplateStore templates;
    private final Optional<Namespaces> forced;

    /** With the programs that PATH leads to, and the cache that the environment names. */
    public WineSandbox() {
        this(WineHost.here(), TemplateStore.ofUser(System.getenv()), Optional.empty());
    }

    /**
     * @param forced the way of making namespaces; empty for the best that the host allows
     */
    WineSandbox(WineHost host, TemplateStore templates, Optional<Namespaces> forced) {
        this.host = host;
        this.templates = templates;
        this.forced = forced;
    }

    @Override
    public SandboxReport probe() {
        return new WineProbe(host, templates).report();
    }

    @Override
    public SandboxSession open(SandboxSettings settings, Path workspace, Progress progress)
            throws SandboxException, IOException {
        Ground ground = ground(settings);
        WineTemplate template = template(ground, settings.windowsVersion(), progress);
        return start(settings, workspace, ground, template, progress);
    }

    /** The clean machine, made when there is none yet. */
    WineTemplate template(SandboxSettings settings, Progress progress) throws SandboxException, IOException {
        return template(ground(settings), settings.windowsVersion(), progress);
    }

    /**
     * What a machine stands on here.
     *
     * @param wine the program
     * @param version its version
     * @param contained whether machines are locked in
     */
    private record Ground(Path wine, String version, Namespaces namespaces, boolean contained) {}

    private Ground ground(SandboxSettings settings) throws SandboxException, IOException {
        if (!WINDOWS_VERSIONS.contains(settings.windowsVersion())) {
            throw new SandboxException(
                    Code.BAD_SETTING,
                    "Wine can't be the Windows version " + settings.windowsVersion() + ".",
                    "Give one of "
                            + String.join(
                                    ", ", WINDOWS_VERSIONS.stream().sorted().toList()) + ".");
        }
        String version = host.wineVersion().orElseThrow(() -> missing("wine", "wine"));
        boolean virtual = settings.display() instanceof Display.Virtual;
        if (virtual && host.program("Xvfb").isEmpty()) {
            throw missing("Xvfb", "xvfb");
        }
        Namespaces namespaces = forced.isPresent() ? forced.get() : Namespaces.of(host);
        boolean contained = WineProbe.containmentProblem(host, namespaces).isEmpty();
        if (!contained && settings.containment() == Containment.REQUIRED) {
            throw new SandboxException(
                    Code.NOT_ALLOWED,
                    "Installers can't be locked in here: "
                            + WineProbe.containmentProblem(host, namespaces).orElseThrow() + ".",
                    "Run: ctnr doctor, which says how to allow it; or allow captures that are not contained, for"
                            + " installers that you trust.");
        }
        return new Ground(host.program("wine").orElseThrow(), version, namespaces, contained);
    }

    private WineTemplate template(Ground ground, String windowsVersion, Progress progress)
            throws SandboxException, IOException {
        return templates.get(WineProbe.templateVersion(ground.version), windowsVersion, staging -> {
            DisplayPlan screen = DisplayPlan.of(new Display.Virtual(1280, 1024), !ground.contained);
            MachineLayout layout = layout(staging, ground.contained);
            layout.create();
            MachinePlan plan =
                    new MachinePlan(layout, ground.namespaces, ground.contained, false, false, screen, ground.wine);
            new TemplateBuild(plan, windowsVersion, progress).run();
            TemplateStaging.clear(staging);
        });
    }

    private SandboxSession start(
            SandboxSettings settings, Path workspace, Ground ground, WineTemplate template, Progress progress)
            throws SandboxException, IOException {
        progress.at("Starting a clean Windows machine", 0, -1);
        requireEmpty(workspace);
        MachineLayout layout = layout(workspace.resolve("scratch"), ground.contained);
        try {
            layout.create();
            boolean overlay = prepareStorage(settings.storage(), layout, ground.namespaces, template);
            boolean sharesNetwork = settings.network() || !ground.contained;
            DisplayPlan display = DisplayPlan.of(settings.display(), sharesNetwork);
            MachinePlan plan = new MachinePlan(
                    layout, ground.namespaces, ground.contained, overlay, settings.network(), display, ground.wine);
            return WineSession.start(host, plan, template, settings, workspace);
        } catch (SandboxException | IOException | RuntimeException e) {
            FileTree.delete(layout.scratch());
            throw e;
        }
    }

    private static MachineLayout layout(Path scratch, boolean contained) {
        return contained ? MachineLayout.contained(scratch) : MachineLayout.uncontained(scratch);
    }

    /** Says whether it became an overlay. */
    private boolean prepareStorage(Storage wanted, MachineLayout layout, Namespaces namespaces, WineTemplate template)
            throws SandboxException, IOException {
        Files.createSymbolicLink(layout.scratch().resolve("template"), template.prefix());
        if (wanted != Storage.COPY) {
            WineHost.Answer trial = WineProbe.tryOverlay(host, namespaces, layout.scratch());
            if (trial.good()) {
                return true;
            }
            if (wanted == Storage.OVERLAY) {
                throw new SandboxException(
                        Code.NOT_ALLOWED,
                        "No overlay can be made in " + layout.scratch() + ": " + trial.text(),
                        "Take a workspace on another file system, or let the clean machine be copied.");
            }
        }
        CleanPrefix.copy(host, template, layout.prefix());
        return false;
    }

    private static void requireEmpty(Path workspace) throws SandboxException, IOException {
        Files.createDirectories(workspace);
        try (Stream<Path> entries = Files.list(workspace)) {
            if (entries.findAny().isPresent()) {
                throw new SandboxException(
                        Code.BAD_SETTING,
                        "The workspace " + workspace + " is not empty.",
                        "Name a folder that is empty or not there.");
            }
        }
    }

    private static SandboxException missing(String program, String debianPackage) {
        return new SandboxException(
                Code.MISSING_PROGRAM,
                "The program " + program + " is not installed, or does not start.",
                "Run: apt-get install " + debianPackage);
    }
}
