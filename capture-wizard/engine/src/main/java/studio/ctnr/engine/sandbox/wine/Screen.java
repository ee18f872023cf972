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
        Form form = Form.of(dump);
        BufferedImage image = new BufferedImage(form.width, form.height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[form.width];
        for (int y = 0; y < form.height; y++) {
            form.line(dump, y, line, 0);
            image.setRGB(0, y, form.width, 1, line, 0, form.width);
        }
        return image;
    }

    /** How long the file of a screen of this size can be: its lines, and a head with its names and colours. */
    static int sizeAtMost(int width, int height) {
        return width * height * Integer.BYTES + (1 << 14);
    }

    /**
     * Copies the picture of a screen whose size is known, each pixel as {@code 0xffRRGGBB}.
     *
     * @throws IOException when the picture is damaged, or of another size
     */
    static void pixels(ByteBuffer dump, int width, int height, int[] pixels) throws IOException {
        Form form = Form.of(dump);
        if (form.width != width || form.height != height) {
            throw new IOException("The screen's picture has another size than the screen");
        }
        for (int y = 0; y < height; y++) {
            form.line(dump, y, pixels, y * width);
        }
        for (int i = 0; i < width * height; i++) {
            pixels[i] |= 0xff000000;
        }
    }

    /** Where the pixels lie in the file, checked against its length. */
    private record Form(int width, int height, int lineLength, int pixels, ByteOrder order) {
        static Form of(ByteBuffer dump) throws IOException {
            return Screen.form(dump);
        }

        void line(ByteBuffer dump, int y, int[] to, int from) {
            dump.slice(pixels + y * lineLength, width * Integer.BYTES)
                    .order(order)
                    .asIntBuffer()
                    .get(to, from, width);
        }
    }

    private static Form form(ByteBuffer dump) throws IOException {
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
        ByteOrder order = field(dump, 7) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new Form(width, height, lineLength, (int) pixels, order);
    }

    private static int field(ByteBuffer dump, int number) {
        return dump.getInt(number * Integer.BYTES);
    }
}
