package studio.ctnr.studio.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** What a tab reads in the background before it can show it; or why it can't, and how to try again. */
public final class Opening<T> {
    private final BorderPane pane = new BorderPane();
    private final Background background;
    private final Callable<T> read;
    private final Function<IOException, Problem> wrong;
    private final Function<T, Node> view;
    private final List<Consumer<T>> waiting = new ArrayList<>();
    private volatile T opened;

    /**
     * Begins to read.
     *
     * @param read called off the FX thread
     * @param wrong says why it can't be read
     * @param view makes what is shown, on the FX thread
     */
    public Opening(
            Background background, Callable<T> read, Function<IOException, Problem> wrong, Function<T, Node> view) {
        this.background = background;
        this.read = read;
        this.wrong = wrong;
        this.view = view;
        open();
    }

    public Node node() {
        return pane;
    }

    /** What was read; empty before. On any thread. */
    public Optional<T> opened() {
        return Optional.ofNullable(opened);
    }

    /** At once, or when it was read and is shown. */
    public void whenOpen(Consumer<T> act) {
        if (opened != null) {
            act.accept(opened);
        } else {
            waiting.add(act);
        }
    }

    private void open() {
        pane.setTop(null);
        pane.setCenter(new StackPane(new ProgressIndicator()));
        background
                .call(read)
                .onSuccess(this::show)
                .onError(IOException.class, this::refuse)
                .start();
    }

    private void show(T found) {
        pane.setCenter(view.apply(found));
        opened = found;
        waiting.forEach(act -> act.accept(found));
        waiting.clear();
    }

    private void refuse(IOException e) {
        Problem problem = wrong.apply(e);
        pane.setCenter(null);
        pane.setTop(MessageBar.of(
                Problem.of(problem.code(), problem.sentence(), new Remedy(Texts.text("editor.again"), this::open))));
    }
}
