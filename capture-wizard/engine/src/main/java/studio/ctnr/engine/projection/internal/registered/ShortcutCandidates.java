package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.report.Note;

/** Tells the shortcuts that start the application from those that remove, document or merely accompany it. */
final class ShortcutCandidates {
    private final Application application;
    private final Consumer<Note> notes;

    ShortcutCandidates(Application application, Consumer<Note> notes) {
        this.application = application;
        this.notes = notes;
    }

    List<Candidate> of(List<Shortcut> shortcuts) {
        List<Candidate> candidates = new ArrayList<>();
        for (Shortcut shortcut : shortcuts) {
            Optional<String> refusal = refusal(shortcut);
            if (refusal.isPresent()) {
                Note.Topic topic =
                        shortcut.place() == Shortcut.Place.STARTUP ? Note.Topic.AUTOSTART : Note.Topic.SHORTCUT;
                notes.accept(new Note(topic, shortcut.file().toString(), refusal.get()));
            } else {
                add(candidates, candidate(shortcut));
            }
        }
        return candidates;
    }

    private static void add(List<Candidate> candidates, Candidate candidate) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).startsTheSameAs(candidate)) {
                candidates.set(i, candidates.get(i).join(candidate));
                return;
            }
        }
        candidates.add(candidate);
    }

    private static Candidate candidate(Shortcut shortcut) {
        int depth = shortcut.place() == Shortcut.Place.DESKTOP
                ? 0
                : shortcut.file().names().size();
        return new Candidate(
                shortcut.name(),
                shortcut.target().orElseThrow(),
                shortcut.link().arguments().strip(),
                shortcut.link().workingFolder().strip(),
                shortcut.link().iconFile(),
                shortcut.link().iconIndex(),
                shortcut.place() == Shortcut.Place.DESKTOP,
                depth);
    }

    /** Why a shortcut is no entry point; empty when it is one. */
    private Optional<String> refusal(Shortcut shortcut) {
        if (shortcut.place() == Shortcut.Place.STARTUP) {
            return Optional.of("It would start with the user's session; a container starts only what is asked for.");
        }
        if (shortcut.target().isEmpty()) {
            return Optional.of("It is no entry point: it opens no program on a drive.");
        }
        WindowsPath target = shortcut.target().get();
        if (removes(target, shortcut.link().arguments())) {
            return Optional.of("It is no entry point: it removes the application.");
        }
        boolean windows = !target.isRoot() && target.names().getFirst().equalsIgnoreCase("Windows");
        if (windows && target.name().equalsIgnoreCase("explorer.exe")
                || target.extension().isEmpty()) {
            return Optional.of("It is no entry point: it opens a folder.");
        }
        if (!Helpers.isProgram(target)) {
            return Optional.of("It is no entry point: it opens a document.");
        }
        if (Helpers.namesNoProgram(shortcut.name())) {
            return Optional.of("It is no entry point by its name.");
        }
        return windows || application.programs().content(target).isPresent()
                ? Optional.empty()
                : Optional.of("It is no entry point: " + target + " is not among what was captured.");
    }

    private boolean removes(WindowsPath target, String arguments) {
        String folded = WindowsNames.fold(arguments);
        if (target.name().equalsIgnoreCase("msiexec.exe")) {
            return true;
        }
        boolean asked =
                folded.contains("/UNINSTALL") || folded.contains("--UNINSTALL") || folded.contains("-UNINSTALL");
        return asked || Helpers.isUninstaller(target) || isRegistered(target, arguments);
    }

    /** Whether the start of the application's own uninstall command is what a shortcut starts. */
    private boolean isRegistered(WindowsPath target, String arguments) {
        return application.uninstall().stream()
                .flatMap(entry -> entry.uninstall().stream())
                .flatMap(command -> CommandLine.parse(application.paths().expand(command)).stream())
                .anyMatch(command -> application.paths().path(command.program()).equals(Optional.of(target))
                        && command.rest().equalsIgnoreCase(arguments.strip()));
    }
}
