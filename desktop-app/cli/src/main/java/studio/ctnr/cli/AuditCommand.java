package studio.ctnr.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Tells who did what. */
@Command(
        name = "audit",
        description = "Tell who did what to which container, the latest first. Records are never changed or deleted.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr audit", "  ctnr audit app --limit 1000 --json"})
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "Only of this container, which need not be there any more.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    /** As {@code --json} writes a record; what is empty is null. */
    private record Answer(
            long number,
            String time,
            String user,
            String program,
            String operation,
            String container,
            String detail,
            String result,
            String problem) {
        static Answer of(AuditRecord record) {
            return new Answer(
                    record.number(),
                    record.time().toString(),
                    record.caller().user(),
                    record.caller().program(),
                    record.operation().word(),
                    record.container().orElse(null),
                    record.detail(),
                    record.result().name().toLowerCase(Locale.ROOT),
                    record.problem().orElse(null));
        }
    }

    @Override
    public Integer call() throws WorkbenchException {
        List<AuditRecord> records;
        try (Workbench workbench = access.open()) {
            records = id.isPresent()
                    ? workbench.audit().of(id.get(), limit)
                    : workbench.audit().latest(limit);
        }
        if (output.isJson()) {
            output.json(records.stream().map(Answer::of).toList());
        } else {
            Columns columns = new Columns(false, false, false, false, false, false);
            columns.add("TIME", "USER", "OPERATION", "CONTAINER", "RESULT", "DETAIL");
            for (AuditRecord record : records) {
                columns.add(
                        LocalTime.text(record.time()),
                        record.caller().user(),
                        record.operation().word(),
                        record.container().orElse("-"),
                        record.problem().orElse("done"),
                        record.detail());
            }
            columns.print(output.out());
        }
        return ExitCode.DONE;
    }
}
