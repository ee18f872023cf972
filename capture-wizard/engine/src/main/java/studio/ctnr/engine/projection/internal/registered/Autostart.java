package studio.ctnr.engine.projection.internal.registered;

import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;
import studio.ctnr.engine.projection.internal.registry.RegistryText;
import studio.ctnr.engine.projection.report.Note;

/**
 * Tells what would start by itself with the session or once after a restart: a container starts only what it is asked
 * for.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys">Run and RunOnce</a>
 */
public final class Autostart {
    private final Application application;
    private final Consumer<Note> notes;

    public Autostart(Application application, Consumer<Note> notes) {
        this.application = application;
        this.notes = notes;
    }

    public void tell() {
        Stream.of("Run", "RunOnce", "RunServices", "RunServicesOnce")
                .forEach(list -> application
                        .registry()
                        .software("Microsoft\\Windows\\CurrentVersion\\" + list)
                        .forEach(key -> tell(key, list)));
        application.registry().all("HKLM\\System\\CurrentControlSet\\Control\\Session Manager").stream()
                .flatMap(manager -> manager.value("PendingFileRenameOperations").stream())
                .forEach(pending -> notes.accept(new Note(
                        Note.Topic.AUTOSTART,
                        "PendingFileRenameOperations",
                        "The installer asked Windows to replace files at the next start, which a container never has:"
                                + " capture with a restart step, or check that the files are the new ones.")));
    }

    private void tell(CapturedKey key, String list) {
        for (OfValue change : key.changes()) {
            change.after()
                    .flatMap(RegistryText::string)
                    .ifPresent(command -> notes.accept(new Note(
                            Note.Topic.AUTOSTART,
                            list + "\\" + change.name(),
                            "It would start by itself; a container starts only what is asked for: " + command)));
        }
    }
}
