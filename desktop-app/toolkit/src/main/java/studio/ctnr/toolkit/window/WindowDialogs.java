package studio.ctnr.toolkit.window;

import atlantafx.base.controls.ModalPane;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.notice.Notices;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.toolkit.text.ToolkitTexts;

/** Dialogs inside the window of a {@link WindowFrame}, and the host's own choosers over it. */
final class WindowDialogs implements Dialogs {
    private final Node anchor;
    private final ModalPane pane;
    private final Notices notices;
    private Node focusBefore;

    WindowDialogs(Node anchor, ModalPane pane, Notices notices) {
        this.anchor = anchor;
        this.notices = notices;
        this.pane = pane;
        pane.setId("modal-pane");
        // it is there without a question too, and not seen
        pane.setFocusTraversable(false);
        // zoomed in, a card was seen in the corner first and stayed painted there
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().addListener((o, was, is) -> {
            if (!is) {
                pane.setContent(null);
                giveFocusBack();
            }
        });
    }

    @Override
    public void ask(Question question) {
        Label text = new Label(question.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        show(new Modal(question.title(), text, question.answers()));
    }

    @Override
    public void ask(TextQuestion question) {
        present(TextQuestionBox.of(question, this::close));
    }

    @Override
    public void show(Modal modal) {
        present(new ModalBox(modal, this::close));
    }

    @Override
    public void close() {
        pane.hide(true);
    }

    @Override
    public void choose(FileChoice choice, Consumer<List<Path>> then) {
        List<File> chosen = chosen(choice);
        if (!chosen.isEmpty()) {
            then.accept(chosen.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public String clipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
    }

    @Override
    public void open(Path path) {
        HostOpener.open(
                path,
                said -> Platform.runLater(() -> notices.tell(Problem.of(
                        "HOST-OPEN",
                        ToolkitTexts.text("open.failed", path.getFileName(), said),
                        new Remedy(ToolkitTexts.text("open.copy"), () -> copy(path.toString()))))));
    }

    private void present(ModalBox box) {
        if (!pane.isDisplay() && anchor.getScene() != null) {
            focusBefore = anchor.getScene().getFocusOwner();
        }
        pane.show(box);
        box.takeFocus();
    }

    private void giveFocusBack() {
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    private List<File> chosen(FileChoice choice) {
        if (choice.kind() == FileChoice.Kind.FOLDER) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(choice.title());
            return one(chooser.showDialog(window()));
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(choice.title());
        choice.name().ifPresent(chooser::setInitialFileName);
        for (FileChoice.Filter filter : choice.filters()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(filter.name(), filter.patterns()));
        }
        return switch (choice.kind()) {
            case OPEN -> one(chooser.showOpenDialog(window()));
            case SAVE -> one(chooser.showSaveDialog(window()));
            default ->
                Optional.ofNullable(chooser.showOpenMultipleDialog(window())).orElse(List.of());
        };
    }

    private static List<File> one(File file) {
        return file == null ? List.of() : List.of(file);
    }

    private Window window() {
        return anchor.getScene().getWindow();
    }
}
