package studio.ctnr.studio.editor.overview;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.inventory.ContainerRecord;

/**
 * The container that an overview is of.
 *
 * @param run starts one of its entry points
 * @param records reads what was done with it, newest first; called off the FX thread
 */
public record OverviewSubject(
        ContainerRecord container, Consumer<Optional<String>> run, Callable<List<AuditRecord>> records) {}
