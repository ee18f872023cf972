package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.ctnr.container.Variable;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;
import studio.ctnr.engine.projection.report.Note;

/** Finds what of an application can be started, and which of it is the application itself. */
public final class EntryPoints {
    private final Application application;
    private final Icons icons;
    private final Consumer<Note> notes;

    public EntryPoints(Application application, Icons icons, Consumer<Note> notes) {
        this.application = application;
        this.icons = icons;
        this.notes = notes;
    }

    /**
     * What was found.
     *
     * @param list the default one first
     * @param main the default one's program on the capture machine
     * @param icon the default one's icon, as a path in the container
     */
    public record Found(List<EntryPoint> list, Optional<WindowsPath> main, Optional<String> icon) {}

    /** @param unfiltered the registry with what rules keep out, asked only where it is needed */
    public Found find(Supplier<CapturedRegistry> unfiltered) {
        List<Shortcut> shortcuts = new Shortcuts(application, unfiltered, notes).read();
        List<Candidate> candidates = new ArrayList<>(new ShortcutCandidates(application, notes).of(shortcuts));
        if (candidates.isEmpty()) {
            candidates.addAll(new ProgramCandidates(application, notes).guess());
        }
        candidates.sort(
                Comparator.comparingInt(this::worth).reversed().thenComparing(c -> WindowsNames.fold(c.name())));
        List<EntryPoint> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<String> mainIcon = Optional.empty();
        for (Candidate candidate : candidates) {
            Optional<String> icon = icon(candidate);
            boolean first = entries.isEmpty();
            entries.add(entry(candidate, unique(candidate, names), icon, first));
            mainIcon = first ? icon : mainIcon;
        }
        return new Found(entries, candidates.stream().findFirst().map(Candidate::target), mainIcon);
    }

    /** What speaks for a candidate being the application itself. */
    private int worth(Candidate candidate) {
        boolean windowed = application
                .programs()
                .program(candidate.target())
                .filter(program -> program.image().subsystem() == PeImage.Subsystem.WINDOWS)
                .isPresent();
        int likeness = application
                .mainUninstall()
                .map(entry -> likeness(entry.name(), candidate))
                .orElse(0);
        return (candidate.desktop() ? 40 : 0)
                + likeness
                + (windowed ? 10 : 0)
                + (candidate.arguments().isEmpty() ? 5 : 0)
                - (Helpers.isHelper(candidate.target()) ? 20 : 0)
                - Math.min(candidate.depth(), 20);
    }

    /** How much a candidate is called like the application: by its own name, else by its program's. */
    private static int likeness(String application, Candidate candidate) {
        String wanted = letters(application);
        String name = letters(candidate.name());
        String program = letters(candidate.target().name().replaceAll("\\.[^.]*$", ""));
        if (name.isEmpty() || wanted.isEmpty()) {
            return 0;
        }
        if (wanted.equals(name)) {
            return wanted.equals(program) ? 33 : 30;
        }
        if (wanted.startsWith(name) || name.startsWith(wanted)) {
            return wanted.equals(program) ? 28 : 25;
        }
        return !program.isEmpty() && (wanted.contains(program) || program.contains(wanted)) ? 15 : 0;
    }

    private static String letters(String text) {
        return Slug.of(text).replaceAll("[^a-z]", "");
    }

    private Optional<String> icon(Candidate candidate) {
        Optional<String> own = candidate
                .iconFile()
                .flatMap(application.paths()::path)
                .flatMap(file -> icons.take(candidate.name(), file, candidate.iconIndex()));
        return own.or(() -> icons.take(candidate.name(), candidate.target(), 0));
    }

    private static String unique(Candidate candidate, Set<String> names) {
        String name = candidate.name();
        if (!names.add(WindowsNames.fold(name))) {
            name = candidate.name() + " (" + candidate.target().name() + ")";
            for (int i = 2; !names.add(WindowsNames.fold(name)); i++) {
                name = "%s (%s %d)"
                        .formatted(candidate.name(), candidate.target().name(), i);
            }
        }
        return name;
    }

    private EntryPoint entry(Candidate candidate, String name, Optional<String> icon, boolean isDefault) {
        boolean ownFolder = candidate.workingFolder().isEmpty()
                || application
                        .paths()
                        .path(candidate.workingFolder())
                        .equals(Optional.of(candidate.target().parent()));
        return new EntryPoint(
                application.text().replace(name),
                application.paths().portable(candidate.target()),
                text(candidate.arguments()).map(application.text()::replace),
                ownFolder ? Optional.empty() : Optional.of(application.portablePath(candidate.workingFolder())),
                icon.map(path -> Variable.ROOT.token() + "\\" + path.replace('/', '\\')),
                isDefault);
    }

    private static Optional<String> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
