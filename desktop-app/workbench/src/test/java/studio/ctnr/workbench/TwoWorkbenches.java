package studio.ctnr.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import studio.ctnr.workbench.life.ImportService.Way;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** One of two processes that take the same archive in under the same ids; tells how many of them it won. */
final class TwoWorkbenches {
    static final int IDS = 8;

    private TwoWorkbenches() {}

    public static void main(String[] args) throws Exception {
        int won = 0;
        try (Workbench workbench =
                Workbench.open(new WorkbenchPlace(Path.of(args[0])), Optional.empty(), Clock.systemUTC())) {
            for (int i = 0; i < IDS; i++) {
                try {
                    workbench
                            .importing()
                            .take(Path.of(args[1]), Way.COPY, Optional.of("contested-" + i), Samples.CALLER)
                            .await();
                    won++;
                } catch (WorkbenchException refused) {
                    if (!refused.is(ProblemCode.ID_TAKEN) && !refused.is(ProblemCode.BUSY)) {
                        throw refused;
                    }
                }
            }
        }
        System.out.println(won);
    }
}
