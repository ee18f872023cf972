package studio.ctnr.engine.projection.internal.registered;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.PeImage.Machine;
import studio.ctnr.engine.projection.internal.registered.Programs.Program;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Blocker.Kind;
import studio.ctnr.engine.projection.report.Blocker.Severity;

/** Tells from the programs themselves what a container can't give them. */
public final class Forecast {
    private final Application application;
    private final Consumer<Blocker> blockers;

    public Forecast(Application application, Consumer<Blocker> blockers) {
        this.application = application;
        this.blockers = blockers;
    }

    /** @param main the program of the default entry point */
    public void tell(Optional<WindowsPath> main) {
        new Extensions(application.registry(), blockers).tell();
        drivers();
        Map<Machine, WindowsPath> machines = new EnumMap<>(Machine.class);
        Map<WindowsPath, Program> managed = new TreeMap<>();
        application
                .programs()
                .ofType("exe")
                .filter(path -> !Helpers.isHelper(path))
                .forEach(path -> application.programs().program(path).ifPresent(program -> {
                    machines.putIfAbsent(program.image().machine(), path);
                    if (program.image().managed()) {
                        managed.put(path, program);
                    }
                }));
        bitness(machines);
        dotNet(main, List.copyOf(managed.keySet()));
    }

    /** Drivers that lie among the files and that no service key tells of, such as those an .inf file would install. */
    private void drivers() {
        application
                .programs()
                .ofType("sys")
                .filter(path -> application
                        .programs()
                        .program(path)
                        .filter(program -> program.image().subsystem() == PeImage.Subsystem.NATIVE)
                        .isPresent())
                .forEach(path -> blockers.accept(new Blocker(
                        Kind.DRIVER,
                        Severity.LIMITS,
                        path.toString(),
                        "It is a driver's file: the container keeps it, and Windows will not load it from there.",
                        "Install the driver on the host, or do without what needs it.")));
    }

    private void bitness(Map<Machine, WindowsPath> machines) {
        if (machines.containsKey(Machine.X86) && machines.containsKey(Machine.X64)) {
            blockers.accept(new Blocker(
                    Kind.MIXED_BITNESS,
                    Severity.NEEDS,
                    machines.get(Machine.X86) + ", " + machines.get(Machine.X64),
                    "It has 32-bit and 64-bit programs that may start one another.",
                    "Keep both runtimes, x64 and x86, in bin/runtime; it needs a 64-bit Windows."));
        }
        Optional.ofNullable(machines.get(Machine.ARM64))
                .ifPresent(path -> blockers.accept(new Blocker(
                        Kind.OTHER_PROCESSOR,
                        Severity.BLOCKS,
                        path.toString(),
                        "It is made for ARM64; the container's runtime is for x64 and x86.",
                        "Capture the installer for x64.")));
    }

    private void dotNet(Optional<WindowsPath> main, List<WindowsPath> managed) {
        boolean own = application.programs().files().keySet().stream()
                .anyMatch(path -> path.name().equalsIgnoreCase("coreclr.dll"));
        Optional<WindowsPath> configured = application.programs().files().keySet().stream()
                .filter(path -> path.name().toLowerCase(Locale.ROOT).endsWith(".runtimeconfig.json"))
                .findFirst();
        Optional<WindowsPath> subject = main.filter(managed::contains)
                .or(() -> managed.stream().findFirst())
                .or(() -> configured);
        if (subject.isEmpty() || own) {
            return;
        }
        blockers.accept(
                new Blocker(
                        Kind.DOT_NET,
                        Severity.NEEDS,
                        subject.get().toString(),
                        configured.isPresent()
                                ? "It needs the .NET runtime that its .runtimeconfig.json names, and brings none."
                                : "It is a .NET program: it needs the .NET Framework, which is a part of Windows.",
                        configured.isPresent()
                                ? "Capture the runtime's installer as a step before this one, or have it on the host."
                                : "Have it on the host: Windows 10 and 11 bring version 4; for programs of 2.0 to 3.5 turn on the feature .NET Framework 3.5."));
    }
}
