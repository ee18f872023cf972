package studio.ctnr.wizard.icon;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A picture of an .ico file: JavaFX reads none. Each is a PNG file, or a bitmap without its file header whose height
 * counts the transparency mask behind it, too.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)">Icons in Win32</a>
 */
public final class IconPicture {
    private static final int PNG = 0x474e5089;
    private static final int LARGEST = 1024;

    private IconPicture() {}

    /**
     * @param file of an icon; may be hostile
     * @param wanted how wide it is to be shown: the smallest picture of at least twice that is taken, else the largest
     */
    public static Optional<Image> of(byte[] file, int wanted) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int count = Math.min(bytes.getShort(4), 64);
            int best = -1;
            for (int i = 0; i < count; i++) {
                if (best < 0 || better(bytes, i, best, wanted * 2)) {
                    best = i;
                }
            }
            return best < 0 ? Optional.empty() : picture(bytes, best);
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static boolean better(ByteBuffer bytes, int one, int other, int wanted) {
        int width = width(bytes, one);
        int otherWidth = width(bytes, other);
        if (width == otherWidth) {
            return bytes.getShort(6 + 16 * one + 6) > bytes.getShort(6 + 16 * other + 6);
        }
        return width >= wanted ? otherWidth < wanted || width < otherWidth : width > otherWidth;
    }

    private static int width(ByteBuffer bytes, int entry) {
        int width = bytes.get(6 + 16 * entry) & 0xff;
        return width == 0 ? 256 : width;
    }

    private static Optional<Image> picture(ByteBuffer bytes, int entry) {
        int size = bytes.getInt(6 + 16 * entry + 8);
        int offset = bytes.getInt(6 + 16 * entry + 12);
        ByteBuffer part = bytes.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN);
        if (part.getInt(0) == PNG) {
            Image image = new Image(new ByteArrayInputStream(bytes.array(), offset, size));
            return image.isError() ? Optional.empty() : Optional.of(image);
        }
        return Optional.of(bitmap(part));
    }

    private static Image bitmap(ByteBuffer part) {
        int header = part.getInt(0);
        int width = part.getInt(4);
        int height = part.getInt(8) / 2;
        int bits = part.getShort(14);
        if (width <= 0 || height <= 0 || width > LARGEST || height > LARGEST || part.getInt(16) != 0) {
            throw new IllegalArgumentException("no bitmap of an icon");
        }
        int colours = part.getInt(32) == 0 && bits <= 8 ? 1 << bits : part.getInt(32);
        int palette = header;
        int pixels = palette + (bits <= 8 ? colours * 4 : 0);
        int line = (width * bits + 31) / 32 * 4;
        int mask = pixels + line * height;
        int maskLine = (width + 31) / 32 * 4;
        int[] argb = new int[width * height];
        boolean anyAlpha = false;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = pixels + line * (height - 1 - y);
                int pixel = pixel(part, at, x, bits, palette);
                anyAlpha |= pixel >>> 24 != 0;
                argb[y * width + x] = pixel;
            }
        }
        if (bits < 32 || !anyAlpha) {
            for (int i = 0; i < argb.length; i++) {
                int at = mask + maskLine * (height - 1 - i / width) + i % width / 8;
                boolean clear = (part.get(at) >> (7 - i % width % 8) & 1) != 0;
                argb[i] = clear ? 0 : argb[i] | 0xff000000;
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    private static int pixel(ByteBuffer part, int line, int x, int bits, int palette) {
        return switch (bits) {
            case 32 -> part.getInt(line + 4 * x);
            case 24 ->
                part.get(line + 3 * x) & 0xff
                        | (part.get(line + 3 * x + 1) & 0xff) << 8
                        | (part.get(line + 3 * x + 2) & 0xff) << 16;
            case 1, 4, 8 -> {
                int inByte = part.get(line + x * bits / 8) & 0xff;
                int index = inByte >> (8 - bits - x * bits % 8) & (1 << bits) - 1;
                yield part.getInt(palette + 4 * index) & 0xffffff;
            }
            default -> throw new IllegalArgumentException("an icon of %d bits".formatted(bits));
        };
    }
}
