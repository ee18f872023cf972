package studio.ctnr.toolkit.dialog;

import java.util.List;
import studio.ctnr.toolkit.text.ToolkitTexts;

/**
 * Something that has to be answered before work goes on.
 *
 * @param text what will happen, and whether it can be taken back
 * @param answers from left to right, the main one last
 */
public record Question(String title, String text, List<Answer> answers) {
    public Question {
        answers = List.copyOf(answers);
    }

    /** With Cancel beside the act. */
    public static Question confirm(String title, String text, String act, Runnable then) {
        return new Question(title, text, List.of(cancel(), Answer.accent(act, then)));
    }

    /** With Cancel beside an act that destroys. */
    public static Question destroy(String title, String text, String act, Runnable then) {
        return new Question(title, text, List.of(cancel(), Answer.danger(act, then)));
    }

    private static Answer cancel() {
        return Answer.cancel(ToolkitTexts.text("dialog.cancel"));
    }
}
