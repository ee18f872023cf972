package studio.ctnr.studio.library;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Imports containers, and asks for another id where theirs is taken. */
public final class ContainerImport {
    private final Bench bench;
    private final Desk desk;

    public ContainerImport(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
    }

    /**
     * Imports one in the background.
     *
     * @param source a {@code .ctnr} or a container's folder
     * @param then hears of what was made
     */
    public void take(Path source, Consumer<ContainerRecord> then) {
        take(source, Optional.empty(), then);
    }

    private void take(Path source, Optional<String> id, Consumer<ContainerRecord> then) {
        desk.background()
                .call(() -> bench.importFrom(source, id))
                .onSuccess(then)
                .onError(WorkbenchException.class, e -> desk.notices().tell(problem(source, e, then)))
                .onError(e -> desk.notices().tell(Failures.of(e, () -> take(source, then))))
                .start();
    }

    /** Where the id is taken, trying again as it is would not help: another one is asked for. */
    private Problem problem(Path source, WorkbenchException failure, Consumer<ContainerRecord> then) {
        if (!failure.is(ProblemCode.ID_TAKEN)) {
            return Failures.of(failure, () -> take(source, then));
        }
        String proposal = source.getFileName().toString().replaceAll("\\.ctnr$", "") + "-2";
        return Failures.of(
                failure,
                new Remedy(
                        Texts.text("library.import-as"),
                        () -> desk.dialogs()
                                .ask(new TextQuestion(
                                        Texts.text("library.import-as-title"),
                                        Texts.text("inspector.id"),
                                        ContainerId.of(proposal),
                                        text -> ContainerId.of(text).equals(text)
                                                ? Optional.empty()
                                                : Optional.of(Texts.text("library.import-as-wrong")),
                                        Texts.text("library.import-as-act"),
                                        text -> take(source, Optional.of(text), then)))));
    }
}
