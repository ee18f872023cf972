package studio.ctnr.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobProgress;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.life.ContainerIds;
import studio.ctnr.workbench.problem.WorkbenchException;

/** How a command reaches the inventory: opened only by those that need it, since opening a database takes its time. */
final class InventoryAccess {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the inventory lies (default: CTNR_STATE, or the user's data folder).")
    private Optional<Path> state = Optional.empty();

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** The caller closes it. */
    Workbench open() throws WorkbenchException {
        return Workbench.open(place());
    }

    /** Whether there is an inventory; {@link #open} makes one. */
    boolean isThere() {
        return Files.exists(place().database());
    }

    private WorkbenchPlace place() {
        return state.map(WorkbenchPlace::new).orElseGet(WorkbenchPlace::ofUser);
    }

    Caller caller() {
        return Caller.ofProcess("cli");
    }

    /** Whether a person means a container of the inventory and not a path: what is there is a path. */
    static boolean isId(Path named) {
        return !Files.exists(named) && ContainerIds.isId(named.toString());
    }

    /** The container that a person means: by its id, or by the path of its folder. */
    ContainerRecord container(Workbench workbench, String name) throws WorkbenchException {
        Optional<ContainerRecord> byId = workbench.inventory().find(name);
        if (byId.isPresent()) {
            return byId.get();
        }
        Optional<ContainerRecord> byFolder = workbench.inventory().at(Path.of(name));
        return byFolder.isPresent() ? byFolder.get() : workbench.inventory().get(name);
    }

    /** Waits for a job, shows how far it is, and cancels it when the command is cancelled. */
    <T> T await(Workbench workbench, Job<T> job, Output output, ProgressAmount.Unit unit)
            throws WorkbenchException, InterruptedException {
        output.interruption().onRequest(job::cancel);
        try (ProgressLine line = output.progress(unit)) {
            Consumer<JobRecord> listener = record -> {
                if (record.number() == job.number() && !output.interruption().requested()) {
                    JobProgress at = record.progress();
                    line.at(at.doing(), at.done(), at.total());
                }
            };
            workbench.jobs().addListener(listener);
            try {
                return job.await();
            } finally {
                workbench.jobs().removeListener(listener);
            }
        }
    }
}
