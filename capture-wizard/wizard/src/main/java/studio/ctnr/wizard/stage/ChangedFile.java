package studio.ctnr.wizard.stage;

import java.util.List;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.wizard.model.ChangedFileException;
import studio.ctnr.wizard.text.Texts;

/** The question about a file of the project that another program changed while the wizard had something to write to it. */
public final class ChangedFile {
    private ChangedFile() {}

    /**
     * @param take has the wizard take over what the file says
     * @param writeOver puts what the wizard holds in its place
     * @param neither leaves both as they are
     */
    public static Question question(ChangedFileException changed, Runnable take, Runnable writeOver, Runnable neither) {
        String name = String.valueOf(changed.file().getFileName());
        return new Question(
                Texts.text("changed.title", name),
                Texts.text("changed.text", name),
                List.of(
                        new Answer(Texts.text("install.cancel"), Answer.Kind.CANCEL, neither),
                        Answer.danger(Texts.text("changed.write-over"), writeOver),
                        Answer.accent(Texts.text("changed.take"), take)));
    }
}
