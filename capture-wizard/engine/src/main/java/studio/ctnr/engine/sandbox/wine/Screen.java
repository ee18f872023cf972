package studio.ctnr.engine.sandbox.wine;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The picture of a virtual screen, as Xvfb keeps it in a file: X Window Dump format, version 7.
 *
 * @see <a href="https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/include/X11/XWDFile.h">XWDFile.h</a>
 */
final class Screen {
    private static final int VERSION = 7;
    private static final int Z_PIXMAP = 2;
    private static final int HEADER = 100;
    private static final int COLOUR = 12;
    private static final int MOST_PIXELS = 8192 * 8192;

    private Screen() {}

    /**
     * Writes what is on the screen now as a PNG.
     *
     * @param dump the file that Xvfb keeps
     */
    static void save(Path dump, Path png) throws IOException {
        BufferedImage image = read(ByteBuffer.wrap(Files.readAllBytes(dump)));
        Files.createDirectories(png.getParent());
        if (!ImageIO.write(image, "png", png.toFile())) {
            throw new IOException("This Java can't write PNG files");
        }
    }

    static BufferedImage read(ByteBuffer dump) throws IOException {
        dump.order(ByteOrder.BIG_ENDIAN);
        if (dump.limit() < HEADER) {
            throw new IOException("The screen's picture is cut short");
        }
        int header = field(dump, 0);
        int width = field(dump, 4);
        int height = field(dump, 5);
        int lineLength = field(dump, 12);
        long pixels = header + (long) field(dump, 19) * COLOUR;
        boolean known = field(dump, 1) == VERSION && field(dump, 2) == Z_PIXMAP && field(dump, 11) == Integer.SIZE;
        boolean sound = width > 0
                && height > 0
                && (long) width * height <= MOST_PIXELS
                && lineLength >= width * Integer.BYTES
                && header >= HEADER
                && pixels >= header
                && pixels + (long) lineLength * height <= dump.limit();
        if (!known || !sound) {
            throw new IOException("The screen's picture has an unknown or damaged form");
        }
        dump.order(field(dump, 7) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            dump.slice((int) pixels + y * lineLength, width * Integer.BYTES)
                    .order(dump.order())
                    .asIntBuffer()
                    .get(line);
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }

    private static int field(ByteBuffer dump, int number) {
        return dump.getInt(number * Integer.BYTES);
    }
}
