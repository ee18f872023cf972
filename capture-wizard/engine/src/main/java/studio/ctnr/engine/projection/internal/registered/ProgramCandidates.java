package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.registered.Programs.Program;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;
import studio.ctnr.engine.projection.report.Note;

/** Guesses what a user would start where the installer made no shortcut at all. */
final class ProgramCandidates {
    /** More than these would be a listing of the program's folder, not a guess. */
    private static final int AT_MOST = 8;

    private final Application application;
    private final Consumer<Note> notes;

    ProgramCandidates(Application application, Consumer<Note> notes) {
        this.application = application;
        this.notes = notes;
    }

    /** What is registered as a program (App Paths, the uninstall entry's icon) before what merely lies there. */
    List<Candidate> guess() {
        Set<WindowsPath> programs = new LinkedHashSet<>(registered());
        if (programs.isEmpty()) {
            programs.addAll(lying());
        }
        List<Candidate> candidates = new ArrayList<>();
        if (programs.isEmpty()) {
            notes.accept(new Note(Note.Topic.GUESS, "entrypoints", "No program was captured that a user would start."));
        }
        programs.stream().limit(AT_MOST).forEach(program -> {
            candidates.add(Candidate.of(name(program), program));
            notes.accept(new Note(
                    Note.Topic.GUESS,
                    program.toString(),
                    "The installer made no shortcut; this program is taken for an entry point."));
        });
        return candidates;
    }

    private List<WindowsPath> registered() {
        List<WindowsPath> programs = new ArrayList<>();
        application.registry().software("Microsoft\\Windows\\CurrentVersion\\App Paths").stream()
                .map(CapturedKey::children)
                .flatMap(Collection::stream)
                .flatMap(key -> key.string("").stream())
                .flatMap(path -> application.paths().path(path).stream())
                .forEach(programs::add);
        application
                .mainUninstall()
                .flatMap(UninstallEntry::icon)
                .flatMap(icon ->
                        application.paths().path(IconLocation.parse(icon).file()))
                .ifPresent(programs::add);
        programs.removeIf(program -> !startable(program));
        return programs;
    }

    /** Windows programs before console ones, those nearer to the drive first. */
    private List<WindowsPath> lying() {
        return application
                .programs()
                .ofType("exe")
                .filter(this::startable)
                .filter(program -> !isIconStore(program))
                .sorted(Comparator.comparing((WindowsPath program) -> !isWindowed(program))
                        .thenComparing(program -> program.names().size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private boolean startable(WindowsPath program) {
        Optional<Program> known = application.programs().program(program);
        return program.extension().equals("exe")
                && !Helpers.isHelper(program)
                && known.filter(found -> !found.image().library()).isPresent();
    }

    /** Windows' own folder, and those where the Windows Installer keeps programs that are nothing but an icon. */
    private static boolean isIconStore(WindowsPath program) {
        List<String> names = program.names();
        int last = names.size() - 1;
        boolean advertised = last >= 2
                && names.get(last - 2).equalsIgnoreCase("Installer")
                && names.get(last - 1).startsWith("{");
        return advertised || names.getFirst().equalsIgnoreCase("Windows");
    }

    private boolean isWindowed(WindowsPath program) {
        return application
                .programs()
                .program(program)
                .filter(known -> known.image().subsystem() == PeImage.Subsystem.WINDOWS)
                .isPresent();
    }

    private String name(WindowsPath program) {
        String stem = program.name().substring(0, program.name().lastIndexOf('.'));
        return application
                .programs()
                .program(program)
                .flatMap(Program::version)
                .flatMap(version -> version.string("FileDescription"))
                .filter(text -> text.length() <= 60)
                .orElse(stem);
    }
}
