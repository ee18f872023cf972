package studio.ctnr.workbench.icon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The pictures of an {@code .ico} file. Each is a PNG, or a bitmap without its file header and of double height: the
 * colours, then a bit for each pixel that is transparent.
 *
 * @see <a href="https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)">Icons</a>
 */
public final class IconFile {
    private static final int HEADER = 6;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int LARGEST = 1024;
    private static final int PNG = 0x474e5089;

    private final ByteBuffer file;

    private record Place(int width, int bits, int at, int size) {}

    private IconFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The picture that is best shown {@code size} pixels wide: the smallest that is not smaller, or else the largest.
     * Among equals the one with most colours; one that can't be read is passed over.
     *
     * @return empty when the file holds none that can be read
     */
    public static Optional<Picture> picture(byte[] bytes, int size) {
        try {
            return new IconFile(bytes).picture(size);
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            return Optional.empty();
        }
    }

    private Optional<Picture> picture(int size) {
        List<Place> places = places();
        places.sort(Comparator.comparing((Place place) -> place.width < size)
                .thenComparing(place -> place.width < size ? -place.width : place.width)
                .thenComparing(place -> -place.bits));
        for (Place place : places) {
            Optional<Picture> picture = read(place);
            if (picture.isPresent()) {
                return picture;
            }
        }
        return Optional.empty();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        if (file.capacity() < HEADER || file.getShort(0) != 0 || file.getShort(2) != 1) {
            return places;
        }
        int count = Short.toUnsignedInt(file.getShort(4));
        for (int i = 0; i < count && HEADER + (i + 1) * DIRECTORY_ENTRY <= file.capacity(); i++) {
            int at = HEADER + i * DIRECTORY_ENTRY;
            int width = Byte.toUnsignedInt(file.get(at));
            places.add(new Place(
                    width == 0 ? 256 : width, file.getShort(at + 6), file.getInt(at + 12), file.getInt(at + 8)));
        }
        return places;
    }

    private Optional<Picture> read(Place place) {
        try {
            ByteBuffer data = file.slice(place.at, place.size).order(ByteOrder.LITTLE_ENDIAN);
            return data.getInt(0) == PNG ? png(data) : Optional.of(IconBitmap.read(data, LARGEST));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Picture> png(ByteBuffer data) throws IOException {
        // width and height stand in the first chunk: what claims to be huge is not unpacked
        ByteBuffer big = data.duplicate().order(ByteOrder.BIG_ENDIAN);
        if (big.getInt(16) > LARGEST || big.getInt(20) > LARGEST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(0, bytes);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            return Optional.empty();
        }
        int width = image.getWidth();
        int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return Optional.of(new Picture(width, image.getHeight(), argb));
    }
}
