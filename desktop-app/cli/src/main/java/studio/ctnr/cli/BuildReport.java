package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.Portability;
import studio.ctnr.engine.projection.report.ProjectionReport;

/**
 * What a build made, as {@code --json} writes it.
 *
 * @param path the archive or folder
 * @param size of the content, in bytes
 * @param fileSize of the archive, in bytes; null for a folder
 * @param merkleRoot of the content; null for a folder
 * @param entryPoints what can be started
 * @param notes what an engineer should know
 * @param blockers what a container can't give the application
 * @param portability traces of the capture machine; null when a folder was packed
 * @param smoke what a test run left on the host; null when none was asked for
 */
record BuildReport(
        String path,
        String id,
        String name,
        String version,
        long files,
        long size,
        Long fileSize,
        String merkleRoot,
        List<EntryPoint> entryPoints,
        List<Blocker> blockers,
        List<Note> notes,
        Portability portability,
        SmokeReport smoke) {

    /** @param target where the archive goes, or would have gone */
    static BuildReport of(Manifest manifest, Path archive, Path target, Optional<ProjectionReport> report)
            throws IOException {
        return new BuildReport(
                target.toAbsolutePath().normalize().toString(),
                manifest.info().id(),
                manifest.info().name(),
                manifest.info().version(),
                manifest.count(EntryKind.FILE),
                manifest.contentSize(),
                Files.size(archive),
                manifest.root().toString(),
                report.map(made -> made.config().entrypoints()).orElse(List.of()),
                report.map(ProjectionReport::blockers).orElse(List.of()),
                report.map(ProjectionReport::notes).orElse(List.of()),
                report.map(ProjectionReport::portability).orElse(null),
                null);
    }

    BuildReport with(SmokeReport tested) {
        return new BuildReport(
                path,
                id,
                name,
                version,
                files,
                size,
                fileSize,
                merkleRoot,
                entryPoints,
                blockers,
                notes,
                portability,
                tested);
    }

    static BuildReport ofFolder(Path folder, ProjectionReport report) {
        return new BuildReport(
                folder.toAbsolutePath().normalize().toString(),
                report.config().id(),
                report.config().name(),
                report.config().version(),
                report.counts().files(),
                report.counts().bytes(),
                null,
                null,
                report.config().entrypoints(),
                report.blockers(),
                report.notes(),
                report.portability(),
                null);
    }

    void show(Output output) {
        if (output.isJson()) {
            output.json(this);
            return;
        }
        PrintWriter out = output.out();
        out.printf("application  %s, version %s, as %s%n", name, version, id);
        for (EntryPoint entry : entryPoints) {
            out.printf("starts       %s  %s%n", entry.name(), entry.target());
        }
        if (portability != null && portability.replaced() + portability.left() > 0) {
            out.printf(
                    "portability  %d traces of the capture machine became variables, %d were left%n",
                    portability.replaced(), portability.left());
            portability.findings().stream()
                    .filter(finding -> finding.action() == Portability.Action.LEFT)
                    .forEach(finding -> out.printf("             left in %s: %s%n", finding.where(), finding.why()));
        }
        for (Blocker blocker : blockers) {
            out.printf(
                    "%-12s %s: %s %s%n",
                    word(blocker.severity()), blocker.subject(), blocker.sentence(), blocker.remedy());
        }
        for (Note note : notes) {
            out.printf("note         %s: %s%n", note.subject(), note.sentence());
        }
        if (smoke != null) {
            smoke.tell(out);
        }
        if (smoke != null && !smoke.passed()) {
            out.printf("not built    %s: the test run failed%n", path);
            return;
        }
        String packed = fileSize == null ? "" : " in " + ByteSize.text(fileSize);
        out.printf(Locale.ROOT, "built        %s: %,d files, %s%s%n", path, files, ByteSize.text(size), packed);
    }

    private static String word(Blocker.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
