package studio.ctnr.engine.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.ContentHash;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.projection.internal.folder.FileContent;
import studio.ctnr.engine.projection.internal.folder.FileLayer;
import studio.ctnr.engine.projection.internal.registered.Application;
import studio.ctnr.engine.projection.internal.registered.MachinePaths;
import studio.ctnr.engine.projection.internal.registered.Programs;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;
import studio.ctnr.engine.projection.internal.registry.RegistryLayer;
import studio.ctnr.engine.projection.internal.runtime.RuntimeFiles;
import studio.ctnr.engine.projection.internal.variables.BinaryScan;
import studio.ctnr.engine.projection.internal.variables.Findings;
import studio.ctnr.engine.projection.internal.variables.LongPaths;
import studio.ctnr.engine.projection.internal.variables.PortableText;
import studio.ctnr.engine.projection.internal.variables.TextFiles;
import studio.ctnr.engine.projection.internal.variables.Traces;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.projection.report.ProjectionReport.Counts;

/** One projection: writes the registry, then the files, then what both say together. */
final class Layers {
    private static final Set<String> STARTABLE = Set.of(
            "exe", "com", "bat", "cmd", "msc", "cpl", "scr", "vbs", "js", "jar", "chm", "hlp", "htm", "html", "pdf",
            "txt", "rtf");

    private final ChangeSet changes;
    private final ProjectionSettings settings;
    private final ContainerFolder folder;
    private final Progress progress;
    private final List<Note> notes = Collections.synchronizedList(new ArrayList<>());
    private final Findings findings = new Findings();
    private final PortableText text;
    private final BinaryScan binaries;
    private final CapturedRegistry registry = new CapturedRegistry();
    private final Programs programs = new Programs();
    private final List<WindowsPath> startable = new ArrayList<>();
    private List<String> withVariables = List.of();

    Layers(ChangeSet changes, ProjectionSettings settings, ContainerFolder folder, Progress progress) {
        this.changes = changes;
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
        this.text = new PortableText(new Traces(changes.machine()), findings);
        this.binaries = new BinaryScan(text, findings, changes.machine().userSid());
    }

    ProjectionReport write() throws IOException {
        RegistryLayer keys = registry();
        FileLayer files = files();
        Application application = Application.of(registry, programs, new MachinePaths(changes.machine()), text);
        Description description = Description.of(application, settings, unfiltered(), notes::add);
        for (Map.Entry<String, byte[]> icon : description.icons().entrySet()) {
            Path file = folder.resolve(icon.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, icon.getValue());
            made(file);
        }
        progress.at("hashes", files.bytes(), -1);
        ContainerConfig config = settings.runtime()
                ? RuntimeFiles.write(folder, description.config(), settings.time())
                : description.config();
        config = config.toBuilder()
                .textFiles(withVariables)
                .hashes(Optional.of(hashes(config)))
                .build();
        ConfigDocument.create(config).write(folder.config());
        made(folder.config());
        return new ProjectionReport(
                config,
                new Counts(
                        files.files(),
                        files.folders(),
                        files.bytes(),
                        keys.keys(),
                        keys.values(),
                        files.whiteouts() + keys.whiteouts()),
                findings.toReport(),
                description.blockers(),
                List.copyOf(notes),
                startable.stream().map(application.paths()::portable).toList());
    }

    private ContentHash hashes(ContainerConfig config) throws IOException {
        List<ContentHash.RuntimeFile> runtime =
                config.hashes().map(ContentHash::runtime).orElse(List.of());
        return new ContentHash(
                ContentHash.Algorithm.SHA256, ContentRoot.of(folder.root()).toString(), runtime);
    }

    private RegistryLayer registry() throws IOException {
        Hive user = Hive.empty();
        Hive software = Hive.empty();
        user.root().setLastWritten(settings.time());
        software.root().setLastWritten(settings.time());
        RegistryLayer layer = new RegistryLayer(
                user.root(), software.root(), text, binaries, changes.machine(), registry, new LongPaths(changes));
        progress.at("registry", 0, -1);
        Projection.each(changes.registry(), layer::accept);
        user.write(folder.hkcuHive());
        software.write(folder.hklmSoftwareHive());
        made(folder.hkcuHive());
        made(folder.hklmSoftwareHive());
        layer.notes().forEach(notes::add);
        return layer;
    }

    private void made(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(settings.time()));
    }

    private FileLayer files() throws IOException {
        ContainerLayout layout = ContainerLayout.of(
                changes.machine().profile(),
                changes.machine().temp(),
                changes.machine().profile().drive());
        FileContent content =
                new FileContent(settings.linkFiles(), settings.texts(), new TextFiles(text), binaries, notes::add);
        FileLayer layer = new FileLayer(changes, folder, layout, text, content, notes::add, progress);
        try (layer) {
            Projection.each(changes.files(), change -> {
                layer.accept(change);
                remember(change);
            });
            layer.finish();
        }
        withVariables = content.withVariables();
        return layer;
    }

    private void remember(FileChange change) {
        if (change.after().isPresent() && !change.folder()) {
            programs.accept(change.path(), changes.content(change.path()));
            if (STARTABLE.contains(change.path().extension())) {
                startable.add(change.path());
            }
        }
    }

    /** The registry with what rules keep out, read when it is first asked for. */
    private Supplier<CapturedRegistry> unfiltered() {
        return () -> {
            CapturedRegistry all = new CapturedRegistry();
            try {
                Projection.each(
                        settings.unfiltered().orElse(changes).registry(), change -> all.accept(change.key(), change));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        };
    }
}
