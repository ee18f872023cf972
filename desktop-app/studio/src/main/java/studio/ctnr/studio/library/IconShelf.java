package studio.ctnr.studio.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.workbench.icon.Picture;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Pictures of programs, each read once, in the background, when it is first to be seen. */
public final class IconShelf {
    /** Twice the largest place for one, for screens with more dots. */
    private static final int SIZE = 80;

    private record Key(String id, long revision) {}

    private final Bench bench;
    private final Desk desk;
    private final Map<Key, Optional<Image>> read = new HashMap<>();

    public IconShelf(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
    }

    /** Gives the picture to {@code show}: at once when it is known, later otherwise; never when there is none. */
    void request(ContainerRecord container, Consumer<Image> show) {
        Key key = new Key(container.id(), container.revision());
        Optional<Image> known = read.get(key);
        if (known != null) {
            known.ifPresent(show);
            return;
        }
        desk.background()
                .call(() -> bench.icon(container, SIZE).map(IconShelf::image))
                .onSuccess(image -> {
                    read.put(key, image);
                    image.ifPresent(show);
                })
                .onError(e -> read.put(key, Optional.empty()))
                .start();
    }

    private static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }
}
