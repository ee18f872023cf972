package studio.ctnr.toolkit.notice;

import java.util.Optional;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.toolkit.text.ToolkitTexts;

/** Something that happened, told at the window's edge and gone by itself; a failure stays until it is closed. */
public record Notice(Tone tone, String text, Optional<Remedy> act) {
    public static Notice done(String text) {
        return new Notice(Tone.SUCCESS, text, Optional.empty());
    }

    /** @param undo takes back what was done */
    public static Notice done(String text, Runnable undo) {
        return new Notice(Tone.SUCCESS, text, Optional.of(new Remedy(ToolkitTexts.text("notice.undo"), undo)));
    }

    public static Notice tell(String text) {
        return new Notice(Tone.INFO, text, Optional.empty());
    }

    /** With the problem's first remedy, and its code behind the sentence. */
    public static Notice of(Problem problem) {
        return new Notice(
                Tone.DANGER,
                problem.sentence() + " (" + problem.code() + ")",
                problem.remedies().stream().findFirst());
    }

    public Notice with(Remedy remedy) {
        return new Notice(tone, text, Optional.of(remedy));
    }
}
