package studio.ctnr.studio.editor.config;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.util.UndoUtils;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.studio.text.Texts;

/** The text of a config.yml with its colours and its errors, completed from the schema. */
final class SourceEditor extends VirtualizedScrollPane<CodeArea> {
    private static final Duration PAUSE = Duration.millis(600);

    private final ConfigModel model;
    private final CodeArea area;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean following;

    SourceEditor(ConfigModel model) {
        super(new CodeArea());
        this.model = model;
        area = getContent();
        area.setId("config-source");
        area.setAccessibleText(Texts.text("config.source"));
        area.getStyleClass().add("source");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        // undo is the container's, over form and source alike
        area.setUndoManager(UndoUtils.noOpUndoManager());
        follow(model.textProperty().get());
        // the text was put in before the caret, which the view follows
        area.moveTo(0);
        model.textProperty().subscribe(this::follow);
        area.textProperty().subscribe((before, after) -> typed(after));
        model.problems().subscribe(this::paint);
        pause.setOnFinished(e -> model.commit());
        area.focusedProperty().subscribe((before, after) -> {
            if (!after) {
                model.commit();
            }
        });
        area.setEditable(model.isEditable());
        if (model.isEditable()) {
            area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
            new CompletionPopup(area);
        }
        paint();
    }

    /** Puts the caret where a problem is. */
    void show(ConfigProblem problem) {
        area.moveTo(SourceStyles.offset(area.getText(), problem));
        area.requestFollowCaret();
        area.requestFocus();
    }

    private void typed(String text) {
        if (!following) {
            model.type(text);
            paint();
            pause.playFromStart();
        }
    }

    private void follow(String text) {
        if (text.equals(area.getText())) {
            return;
        }
        following = true;
        int first = difference(text);
        int same = tail(text, first);
        area.replaceText(first, area.getLength() - same, text.substring(first, text.length() - same));
        following = false;
        paint();
    }

    /** How much at the beginning is the same: only what differs is replaced, so that caret and view stay. */
    private int difference(String text) {
        String old = area.getText();
        int at = 0;
        while (at < Math.min(old.length(), text.length()) && old.charAt(at) == text.charAt(at)) {
            at++;
        }
        return at;
    }

    private int tail(String text, int first) {
        String old = area.getText();
        int most = Math.min(old.length(), text.length()) - first;
        int same = 0;
        while (same < most && old.charAt(old.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private void paint() {
        if (area.getLength() > 0) {
            area.setStyleSpans(0, SourceStyles.of(area.getText(), List.copyOf(model.problems())));
        }
    }

    /** Tabs are no indentation in YAML; a new line begins where the one before did. */
    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isShiftDown() && !key.isConsumed()) {
            area.replaceSelection("  ");
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !key.isConsumed()) {
            String line = area.getText(area.getCurrentParagraph());
            int spaces = line.length() - line.stripLeading().length();
            area.replaceSelection("\n" + " ".repeat(Math.min(spaces, area.getCaretColumn())));
            area.requestFollowCaret();
            key.consume();
        }
    }
}
