package studio.ctnr.workbench.life;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.snapshot.SnapshotStore;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.text.TextChoice;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.compare.Comparand;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.ContainerComparison;
import studio.ctnr.workbench.compare.ContainerHives;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobContext;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Compares containers of the inventory, their snapshots, folders, archives and capture projects with one another. */
public final class CompareService {
    private final LifeContext life;

    /** Made by the workbench. */
    public CompareService(LifeContext life) {
        this.life = life;
    }

    /**
     * Compares two.
     *
     * @param first the path of a {@code .ctnr}, a container's folder or a capture project; an id; or an id, {@code @} and a
     *     snapshot's label or token
     */
    public Job<Comparison> compare(String first, String second, Caller caller) throws WorkbenchException {
        JobRequest request = new JobRequest(
                JobKind.COMPARE,
                "Compare " + first + " with " + second,
                Optional.empty(),
                caller,
                Optional.empty(),
                "");
        return life.jobs().submit(request, job -> {
            try (Comparand one = open(first, "first", job);
                    Comparand other = open(second, "second", job)) {
                return ContainerComparison.between(one, other, job);
            }
        });
    }

    /**
     * Reads the hives of one, to be compared with some that are being edited.
     *
     * @param source as {@link #compare} takes it
     * @return by the paths of their root keys: {@code HKCU} and {@code HKLM\Software}
     */
    public Job<Map<String, Hive>> hives(String source, Caller caller) throws WorkbenchException {
        JobRequest request = new JobRequest(
                JobKind.COMPARE, "Read the registry of " + source, Optional.empty(), caller, Optional.empty(), "");
        return life.jobs().submit(request, job -> {
            try (Comparand other = open(source, "other", job)) {
                return ContainerHives.read(other);
            }
        });
    }

    private Comparand open(String source, String name, JobContext job) throws WorkbenchException, IOException {
        Optional<ContainerRecord> known = life.inventory().find(source);
        if (known.isPresent()) {
            return Comparand.folder(known.get().container(), source);
        }
        int at = source.lastIndexOf('@');
        Optional<ContainerRecord> owner =
                at < 0 ? Optional.empty() : life.inventory().find(source.substring(0, at));
        if (owner.isPresent()) {
            SnapshotStore store = SnapshotStore.of(owner.get().container());
            return Comparand.snapshot(store, store.find(source.substring(at + 1)), source);
        }
        return open(Path.of(source), name, job);
    }

    private Comparand open(Path path, String name, JobContext job) throws WorkbenchException, IOException {
        if (Files.isRegularFile(path)) {
            return Comparand.archive(path);
        }
        if (ContainerFolder.isContainer(path)) {
            return Comparand.folder(new ContainerFolder(path), path.toString());
        }
        if (Files.isRegularFile(path.resolve("project.yml"))) {
            return new ProjectedProject(path, name, job);
        }
        throw new WorkbenchException(
                ProblemCode.NOT_FOUND,
                path + " is no container: neither of the inventory, nor a folder, an archive or a capture project",
                "'ctnr list' shows what the inventory has");
    }

    /** The container that a project would become, made for the comparison alone. */
    private static final class ProjectedProject implements Comparand {
        private final Path scratch;
        private final Comparand folder;

        ProjectedProject(Path project, String name, JobContext job) throws WorkbenchException, IOException {
            CaptureProject opened = CaptureProject.open(project);
            // beside the captured content, whose files it may link to
            scratch = opened.root().resolve(".compare-" + job.number() + "-" + name);
            job.leftover(scratch);
            BuildSettings settings =
                    new BuildSettings(Optional.empty(), Optional.empty(), Optional.empty(), TextChoice.USUAL, true);
            new ContainerBuild(opened, settings).scratchFolder(scratch, job);
            folder = Comparand.folder(new ContainerFolder(scratch), project.toString());
        }

        @Override
        public String source() {
            return folder.source();
        }

        @Override
        public List<Entry> entries(Progress progress) throws IOException {
            return folder.entries(progress);
        }

        @Override
        public InputStream open(Entry entry) throws IOException {
            return folder.open(entry);
        }

        @Override
        public Optional<InputStream> open(String path) throws IOException {
            return folder.open(path);
        }

        @Override
        public void close() throws IOException {
            FileTree.delete(scratch);
        }
    }
}
