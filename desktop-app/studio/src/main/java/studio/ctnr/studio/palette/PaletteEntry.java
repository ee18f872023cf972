package studio.ctnr.studio.palette;

import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something that the palette finds.
 *
 * @param kind what sort of thing it is, muted behind the label
 * @param also words that find it beside its label
 */
public record PaletteEntry(
        String label, String kind, String also, Ikon icon, Optional<KeyCombination> shortcut, Runnable act) {}
