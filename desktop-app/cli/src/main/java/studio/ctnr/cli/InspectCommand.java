package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.Quoted;
import studio.ctnr.container.archive.manifest.WindowsAttributes;

/** Tells what an archive says about itself, without unpacking anything. */
@Command(
        name = "inspect",
        description = "Show what a .ctnr archive is, without unpacking it.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr inspect --files app.ctnr"})
final class InspectCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private Output output;

    @Parameters(paramLabel = "X.ctnr", description = "The archive.")
    private Path file;

    @Option(names = "--files", description = "List every file too: attributes, size, time (UTC) and path.")
    private boolean files;

    @Override
    public Integer call() throws IOException {
        try (Archive archive = Archive.open(file)) {
            if (output.isJson()) {
                output.json(ArchiveSummary.of(archive, files));
            } else {
                tell(ArchiveSummary.of(archive, false), archive.manifest());
            }
        }
        return ExitCode.DONE;
    }

    private void tell(ArchiveSummary summary, Manifest manifest) {
        PrintWriter out = output.out();
        ArchiveInfo info = manifest.info();
        String runtime = info.runtimeBuild().isEmpty() ? "any runtime" : info.runtimeBuild();
        out.println(Quoted.escaped(info.name() + " " + info.version()));
        line("id", Quoted.escaped(info.id()));
        line("built by", Quoted.escaped(info.builder() + ", for " + runtime));
        line(
                "holds",
                String.format(
                        Locale.ROOT,
                        "%,d files in %,d folders, %,d whiteouts, %,d streams",
                        summary.files(),
                        summary.folders(),
                        summary.whiteouts(),
                        summary.streams()));
        line("size", ByteSize.text(summary.size()));
        line(
                "packed",
                String.format(Locale.ROOT, "%s (%.1f %%)", ByteSize.text(summary.packedSize()), 100 * summary.ratio()));
        line("archive", ByteSize.text(summary.fileSize()));
        line("Merkle root", summary.merkleRoot());
        line("signature", summary.signed() ? "present, not checked" : "none");
        if (files) {
            out.println();
            manifest.entries().forEach(this::tell);
        }
    }

    private void line(String name, String value) {
        output.out().printf(Locale.ROOT, "  %-12s %s%n", name, value);
    }

    private void tell(Entry entry) {
        EntryKind kind = entry.kind();
        output.out()
                .printf(
                        Locale.ROOT,
                        "%-4s %12s  %-19s  %s%s%n",
                        WindowsAttributes.letters(entry.attributes()),
                        kind.hasContent() ? String.format(Locale.ROOT, "%,d", entry.size()) : "-",
                        kind.hasContent() ? TIME.format(entry.modified()) : kind.word(),
                        Quoted.escaped(entry.path()),
                        kind == EntryKind.FOLDER ? "/" : "");
    }
}
