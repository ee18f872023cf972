package studio.ctnr.studio.trash;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** The retired containers, each of which can be brought back or deleted for good. */
public final class TrashViewModel {
    private final Bench bench;
    private final Desk desk;
    private final ObservableList<RetiredContainer> retired = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

    public TrashViewModel(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
    }

    /** Looks again at what there is. */
    public void load() {
        desk.background()
                .call(bench::trash)
                .onSuccess(found -> {
                    problem.set(null);
                    retired.setAll(found);
                })
                .onError(e -> problem.set(Failures.of(e, this::load)))
                .start();
    }

    /** The latest first. */
    public ObservableList<RetiredContainer> retired() {
        return retired;
    }

    /** Why they can't be shown, or null. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** In bytes. */
    long size() {
        return retired.stream().mapToLong(RetiredContainer::size).sum();
    }

    public void bringBack(RetiredContainer container) {
        start(() -> bringBack(container), () -> {
            bench.bringBack(container.token());
            return Texts.text("retire.undone", container.name());
        });
    }

    /** Deletes one for good, after a question. */
    public void purge(RetiredContainer container) {
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("trash.purge.title", container.name()),
                        container.linked()
                                ? Texts.text("trash.purge.linked", container.folder())
                                : Texts.text("trash.purge.text", ByteSize.shown(container.size())),
                        Texts.text("trash.purge"),
                        () -> purge(List.of(container))));
    }

    /** Deletes all for good, after a question. */
    public void empty() {
        List<RetiredContainer> all = List.copyOf(retired);
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("trash.empty.title"),
                        Texts.count("trash.empty.text", all.size(), ByteSize.shown(size())),
                        Texts.text("trash.empty"),
                        () -> purge(all)));
    }

    private void purge(List<RetiredContainer> some) {
        start(() -> purge(some), () -> {
            for (RetiredContainer each : some) {
                bench.purge(each);
            }
            return Texts.count("trash.purged", some.size());
        });
    }

    /** What was done of several is seen, though one of them failed. */
    private void start(Runnable again, Callable<String> work) {
        desk.background()
                .call(work)
                .onSuccess(done -> desk.notices().tell(Notice.done(done)))
                .onError(e -> desk.notices().tell(Failures.of(e, again)))
                .atEnd(this::load)
                .start();
    }
}
