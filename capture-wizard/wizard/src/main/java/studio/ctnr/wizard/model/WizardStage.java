package studio.ctnr.wizard.model;

import java.util.Locale;
import studio.ctnr.wizard.text.Texts;

/** The steps of the way, in their order. */
public enum WizardStage {
    SOURCE,
    SANDBOX,
    INSTALL,
    REVIEW,
    DESCRIBE,
    BUILD;

    public String label() {
        return Texts.text("stage." + name().toLowerCase(Locale.ROOT));
    }
}
