package studio.ctnr.studio.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ProjectRecord;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobProgress;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobState;
import studio.ctnr.workbench.problem.Problem;

/** Jobs, history and captures as a workbench has them. */
public final class SampleJobs {
    private static final Caller CALLER = new Caller("ana", "studio");

    private SampleJobs() {}

    public static List<JobRecord> all() {
        return List.of(
                job(12, JobKind.RUN, "Run 7-Zip 24.09", "7zip-24.09", JobState.RUNNING, JobProgress.NONE, 2, null),
                job(
                        11,
                        JobKind.EXPORT,
                        "Export VLC 3.0.21",
                        "vlc-3.0.21",
                        JobState.RUNNING,
                        new JobProgress("rootfs/ProgramFiles/VideoLAN/VLC/libvlccore.dll", 62, 100),
                        1,
                        null),
                job(
                        10,
                        JobKind.IMPORT,
                        "Import tally-2.ctnr",
                        null,
                        JobState.FAILED,
                        JobProgress.NONE,
                        30,
                        new Problem(
                                "truncated",
                                "tally-2.ctnr ends in the middle of payload.tar.zst",
                                "Copy the file again")),
                job(9, JobKind.SNAPSHOT, "Snapshot of 7-Zip", "7zip-24.09", JobState.DONE, JobProgress.NONE, 90, null),
                job(
                        8,
                        JobKind.DUPLICATE,
                        "Duplicate PuTTY",
                        "putty-0.81",
                        JobState.CANCELLED,
                        JobProgress.NONE,
                        1500,
                        new Problem("cancelled", "It was cancelled", "")),
                job(
                        7,
                        JobKind.BUILD,
                        "Build Notepad++ 8.6.9",
                        "notepad-plus-plus",
                        JobState.DONE,
                        JobProgress.NONE,
                        3000,
                        null));
    }

    public static JobRecord job(
            long number,
            JobKind kind,
            String title,
            String container,
            JobState state,
            JobProgress progress,
            long minutesAgo,
            Problem problem) {
        Instant begun = Instant.now().minus(Duration.ofMinutes(minutesAgo));
        return new JobRecord(
                number,
                kind,
                title,
                Optional.ofNullable(container),
                CALLER,
                state,
                progress,
                begun,
                Optional.of(begun),
                state.isOver() ? Optional.of(begun.plusSeconds(40)) : Optional.empty(),
                Optional.ofNullable(problem));
    }

    public static List<AuditRecord> history() {
        return List.of(
                record(4, Operation.RUN, "7zFM, exit 0", 2),
                record(3, Operation.SNAPSHOT, "clean", 90),
                record(2, Operation.BUILD, "", 92),
                record(1, Operation.CAPTURE, "7z2409-x64.exe", 95));
    }

    private static AuditRecord record(long number, Operation operation, String detail, long minutesAgo) {
        return new AuditRecord(
                number,
                Instant.now().minus(Duration.ofMinutes(minutesAgo)),
                CALLER,
                operation,
                Optional.of("7zip-24.09"),
                detail,
                AuditRecord.Result.DONE,
                Optional.empty());
    }

    public static List<CaptureSummary> captures() {
        return List.of(
                capture("7-Zip 24.09", "7z2409-x64.exe", 95, ProjectRecord.State.BUILT, "7zip-24.09"),
                capture("Notepad++", "npp.8.6.9.Installer.x64.exe", 3100, ProjectRecord.State.CAPTURED, null),
                capture("Acme Reader", "acme-reader-setup.msi", 90000, ProjectRecord.State.FAILED, null),
                capture("Inkscape", "inkscape-1.4.exe", 90100, ProjectRecord.State.DRAFT, null));
    }

    private static CaptureSummary capture(
            String name, String installer, long minutesAgo, ProjectRecord.State state, String container) {
        return new CaptureSummary(
                Path.of("/store/captures", name),
                name,
                state,
                Optional.of(installer),
                Optional.ofNullable(container),
                Instant.now().minus(Duration.ofMinutes(minutesAgo)));
    }
}
