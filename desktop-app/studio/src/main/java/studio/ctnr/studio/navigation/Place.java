package studio.ctnr.studio.navigation;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;

/** Where the side bar leads, in its order. */
public enum Place {
    LIBRARY(BootstrapIcons.BOX_SEAM),
    CAPTURES(BootstrapIcons.RECORD_CIRCLE),
    JOBS(BootstrapIcons.LIST_TASK),
    COMPARE(BootstrapIcons.FILE_DIFF),
    TRASH(BootstrapIcons.TRASH),
    SETTINGS(BootstrapIcons.GEAR);

    private final Ikon icon;

    Place(Ikon icon) {
        this.icon = icon;
    }

    public Ikon icon() {
        return icon;
    }

    public String label() {
        return Texts.text("place." + id());
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
