package studio.ctnr.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import studio.ctnr.victim.Victim;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.life.ImportService.Way;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Takes a container in, retires it, brings it back, duplicates it and purges it, until it is killed. */
final class WorkbenchVictim {
    private WorkbenchVictim() {}

    public static void main(String[] args) throws Exception {
        Workbench workbench = Workbench.open(new WorkbenchPlace(Path.of(args[0])), Optional.empty(), Clock.systemUTC());
        Victim.work(round -> {
            try {
                live(
                        workbench,
                        Path.of(args[1]),
                        "victim-" + ProcessHandle.current().pid() + "-" + round);
            } catch (WorkbenchException | InterruptedException failure) {
                throw new IOException(failure);
            }
        });
    }

    private static void live(Workbench workbench, Path archive, String id)
            throws WorkbenchException, InterruptedException {
        workbench
                .importing()
                .take(archive, Way.COPY, Optional.of(id), Samples.CALLER)
                .await();
        RetiredContainer retired =
                workbench.retiring().retire(id, Samples.CALLER).await();
        workbench.retiring().bringBack(retired, Samples.CALLER).await();
        workbench
                .duplicating()
                .duplicate(id, Optional.of(id + ".copy"), Optional.empty(), Samples.CALLER)
                .await();
        RetiredContainer copy =
                workbench.retiring().retire(id + ".copy", Samples.CALLER).await();
        workbench.retiring().purge(copy, Samples.CALLER).await();
    }
}
