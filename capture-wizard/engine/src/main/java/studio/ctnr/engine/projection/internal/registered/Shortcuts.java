package studio.ctnr.engine.projection.internal.registered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;
import studio.ctnr.engine.projection.internal.shortcut.DarwinDescriptor;
import studio.ctnr.engine.projection.internal.shortcut.LinkReader;
import studio.ctnr.engine.projection.internal.shortcut.ShellLink;
import studio.ctnr.engine.projection.report.Note;

/** Reads the shortcuts in the start menu and on the desktop. */
final class Shortcuts {
    private static final long LARGEST = 1 << 20;
    private static final String COMPONENTS =
            "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Components\\";

    private final Application application;
    private final Supplier<CapturedRegistry> unfiltered;
    private final Consumer<Note> notes;

    /** @param unfiltered the registry with what rules keep out, which is asked only for an advertised shortcut */
    Shortcuts(Application application, Supplier<CapturedRegistry> unfiltered, Consumer<Note> notes) {
        this.application = application;
        this.unfiltered = unfiltered;
        this.notes = notes;
    }

    List<Shortcut> read() {
        List<Shortcut> shortcuts = new ArrayList<>();
        for (WindowsPath file : application.programs().ofType("lnk").toList()) {
            Optional<Shortcut.Place> place = Shortcut.Place.of(file);
            if (place.isPresent()) {
                read(file).ifPresent(link -> shortcuts.add(new Shortcut(file, place.get(), link, target(file, link))));
            }
        }
        return shortcuts;
    }

    private Optional<ShellLink> read(WindowsPath file) {
        Path content = application.programs().content(file).orElseThrow();
        try {
            if (Files.size(content) > LARGEST) {
                throw new Damaged("More than 1 MB", LARGEST);
            }
            return Optional.of(LinkReader.read(Bytes.of(Files.readAllBytes(content))));
        } catch (IOException damaged) {
            notes.accept(new Note(
                    Note.Topic.DAMAGED, file.toString(), "The shortcut can't be read: " + damaged.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<WindowsPath> target(WindowsPath file, ShellLink link) {
        if (link.advertised().isPresent()) {
            Optional<WindowsPath> resolved = resolve(link.advertised().get());
            if (resolved.isEmpty()) {
                notes.accept(new Note(
                        Note.Topic.SHORTCUT,
                        file.toString(),
                        "It is advertised by the Windows Installer, and the capture does not tell what it starts."));
            }
            return resolved;
        }
        return link.target().flatMap(application.paths()::path);
    }

    /** The key file of the component that an advertised shortcut names. */
    private Optional<WindowsPath> resolve(DarwinDescriptor descriptor) {
        if (descriptor.component().isEmpty()) {
            return Optional.empty();
        }
        String key =
                COMPONENTS + DarwinDescriptor.squashed(descriptor.component().get());
        String product = DarwinDescriptor.squashed(descriptor.product());
        return unfiltered
                .get()
                .find(key)
                .flatMap(component -> component.string(product))
                .flatMap(application.paths()::path);
    }
}
