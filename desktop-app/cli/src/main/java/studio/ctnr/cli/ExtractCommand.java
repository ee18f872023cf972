package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveExtraction;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;

/** Unpacks an archive, all or nothing. */
@Command(
        name = "extract",
        description = {
            "Unpack a .ctnr archive into a folder: all of it, or nothing.",
            "What is written is held against the manifest before it appears at its place."
        },
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr extract app.ctnr containers/app"})
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(index = "0", paramLabel = "X.ctnr", description = "The archive.")
    private Path file;

    @Parameters(index = "1", paramLabel = "DEST", description = "The folder to make; its parent must exist.")
    private Path goal;

    @Option(names = "--force", description = "Replace what is at DEST, in one step.")
    private boolean force;

    /** As {@code --json} writes it. */
    private record Answer(String folder, String id, long files, long size) {}

    @Override
    public Integer call() throws IOException {
        try (Archive archive = Archive.open(file)) {
            try (ProgressLine progress = output.progress(ProgressAmount.Unit.BYTES)) {
                new ArchiveExtraction(archive).replace(force).progress(progress).to(goal);
            }
            Manifest manifest = archive.manifest();
            long files = manifest.count(EntryKind.FILE);
            if (output.isJson()) {
                String folder = goal.toAbsolutePath().normalize().toString();
                output.json(new Answer(folder, manifest.info().id(), files, manifest.contentSize()));
            } else {
                output.out()
                        .printf(
                                Locale.ROOT,
                                "%s: %,d files, %s, all as the manifest says%n",
                                goal,
                                files,
                                ByteSize.text(manifest.contentSize()));
            }
        }
        return ExitCode.DONE;
    }
}
