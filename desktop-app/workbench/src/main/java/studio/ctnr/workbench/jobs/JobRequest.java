package studio.ctnr.workbench.jobs;

import java.util.Objects;
import java.util.Optional;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;

/**
 * What is to be done, for the queue.
 *
 * @param title what it does to what, for people
 * @param container the id of the container that it is about; jobs on one container run one after the other
 * @param operation what the audit calls it; empty where nothing of a container is changed or handed out
 * @param detail what the audit adds: a file, a label
 */
public record JobRequest(
        JobKind kind,
        String title,
        Optional<String> container,
        Caller caller,
        Optional<Operation> operation,
        String detail) {
    public JobRequest {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(container);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(detail);
    }

    /** A job that the audit hears of. */
    public static JobRequest of(
            JobKind kind, Operation operation, String container, String title, Caller caller, String detail) {
        return new JobRequest(kind, title, Optional.of(container), caller, Optional.of(operation), detail);
    }
}
