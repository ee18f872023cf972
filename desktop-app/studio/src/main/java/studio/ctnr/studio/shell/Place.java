package studio.ctnr.studio.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;

/** Where the side bar leads, in its order. */
public enum Place {
    LIBRARY(BootstrapIcons.BOX_SEAM),
    CAPTURES(BootstrapIcons.RECORD_CIRCLE),
    JOBS(BootstrapIcons.LIST_TASK),
    COMPARE(BootstrapIcons.SYMMETRY_VERTICAL),
    SETTINGS(BootstrapIcons.GEAR);

    private final Ikon icon;

    Place(Ikon icon) {
        this.icon = icon;
    }

    Ikon icon() {
        return icon;
    }

    String label() {
        return Texts.text("place." + id());
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
