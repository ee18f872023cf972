package studio.ctnr.toolkit.notice;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** How serious a message is: its colour and its icon. */
public enum Tone {
    INFO("accent", BootstrapIcons.INFO_CIRCLE),
    SUCCESS("success", BootstrapIcons.CHECK_CIRCLE),
    WARNING("warning", BootstrapIcons.EXCLAMATION_TRIANGLE),
    DANGER("danger", BootstrapIcons.EXCLAMATION_OCTAGON);

    private final String style;
    private final Ikon icon;

    Tone(String style, Ikon icon) {
        this.style = style;
        this.icon = icon;
    }

    /** The style class of nodes in this tone. */
    public String style() {
        return style;
    }

    public Ikon icon() {
        return icon;
    }
}
