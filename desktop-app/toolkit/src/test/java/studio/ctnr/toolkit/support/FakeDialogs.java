package studio.ctnr.toolkit.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.dialog.TextQuestion;

/** A user who answers as the test says. */
public final class FakeDialogs implements Dialogs {
    public final List<Question> asked = new ArrayList<>();
    public final List<TextQuestion> askedForText = new ArrayList<>();
    public final List<Modal> shown = new ArrayList<>();
    public final List<FileChoice> choices = new ArrayList<>();
    public final List<Path> opened = new ArrayList<>();
    public List<Path> chosen = List.of();
    public String clipboard = "";

    /** Answers the newest question with the button of that label. */
    public void answer(String label) {
        asked.removeLast().answers().stream()
                .filter(answer -> answer.label().equals(label))
                .map(Answer::act)
                .findFirst()
                .orElseThrow()
                .run();
    }

    /** Types a text as the answer to the newest question for one, when it passes the check. */
    public void type(String text) {
        TextQuestion question = askedForText.getLast();
        if (question.check().apply(text).isEmpty()) {
            askedForText.removeLast();
            question.then().accept(text);
        }
    }

    @Override
    public void ask(Question question) {
        asked.add(question);
    }

    @Override
    public void ask(TextQuestion question) {
        askedForText.add(question);
    }

    @Override
    public void show(Modal modal) {
        shown.add(modal);
    }

    @Override
    public void close() {
        shown.clear();
    }

    @Override
    public void choose(FileChoice choice, Consumer<List<Path>> then) {
        choices.add(choice);
        if (!chosen.isEmpty()) {
            then.accept(chosen);
        }
    }

    @Override
    public void copy(String text) {
        clipboard = text;
    }

    @Override
    public String clipboard() {
        return clipboard;
    }

    @Override
    public void open(Path path) {
        opened.add(path);
    }
}
