package studio.ctnr.studio.editor.snapshots;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.ByteSize;

/** The states that a container can go back to. */
final class SnapshotsViewModel {
    private final SnapshotShelf shelf;
    private final Desk desk;
    private final Runnable changed;
    private final ObservableList<Snapshot> snapshots = FXCollections.observableArrayList();

    /** @param changed the container is another one now: what was read of it is old */
    SnapshotsViewModel(SnapshotShelf shelf, Desk desk, Runnable changed) {
        this.shelf = shelf;
        this.desk = desk;
        this.changed = changed;
    }

    /** Newest first. */
    ObservableList<Snapshot> snapshots() {
        return snapshots;
    }

    void load() {
        desk.background()
                .call(shelf::list)
                .onSuccess(found -> snapshots.setAll(found.reversed()))
                .onError(e -> desk.notices().tell(Failures.of(e, this::load)))
                .start();
    }

    void take() {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("snapshots.take"),
                        Texts.text("snapshot.label"),
                        "",
                        label -> label.isBlank() ? Optional.of(Texts.text("snapshot.needed")) : Optional.empty(),
                        Texts.text("snapshot.act"),
                        this::take));
    }

    private void take(String label) {
        start(
                () -> take(label),
                () -> {
                    shelf.take(label);
                    return Texts.text("snapshots.taken", label);
                },
                this::load);
    }

    /** After a question: what is edited and not saved is lost. */
    void restore(Snapshot snapshot) {
        desk.dialogs()
                .ask(Question.confirm(
                        Texts.text("snapshots.restore.title", snapshot.label()),
                        Texts.text("snapshots.restore.text"),
                        Texts.text("snapshots.restore"),
                        () -> restoreNow(snapshot)));
    }

    private void restoreNow(Snapshot snapshot) {
        start(
                () -> restoreNow(snapshot),
                () -> {
                    shelf.restore(snapshot);
                    return Texts.text("snapshots.restored", snapshot.label());
                },
                changed);
    }

    void delete(Snapshot snapshot) {
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("snapshots.delete.title", snapshot.label()),
                        Texts.text("snapshots.delete.text", ByteSize.shown(snapshot.size())),
                        Texts.text("snapshots.delete"),
                        () -> deleteNow(snapshot)));
    }

    private void deleteNow(Snapshot snapshot) {
        start(
                () -> deleteNow(snapshot),
                () -> {
                    shelf.delete(snapshot);
                    return Texts.text("snapshots.deleted", snapshot.label());
                },
                this::load);
    }

    private void start(Runnable again, Callable<String> work, Runnable then) {
        desk.background()
                .call(work)
                .onSuccess(done -> {
                    desk.notices().tell(Notice.done(done));
                    then.run();
                })
                .onError(e -> desk.notices().tell(Failures.of(e, again)))
                .start();
    }
}
