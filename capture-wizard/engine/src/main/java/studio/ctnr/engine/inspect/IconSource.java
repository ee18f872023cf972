package studio.ctnr.engine.inspect;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.IconFile;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.Resources;

/**
 * An icon that an engineer chooses: an .ico file as it is, the first icon of a program, or a PNG picture in the sizes that
 * Windows shows.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/uxguide/vis-icons">The sizes of icons</a>
 */
public final class IconSource {
    private static final int LARGEST = 16 << 20;
    private static final int WIDEST = 8192;
    private static final int[] SIZES = {256, 48, 32, 16};
    private static final long PNG = 0x0a1a0a0d474e5089L;

    private IconSource() {}

    /**
     * The bytes of an .ico file.
     *
     * @throws IOException when the file can't be read or holds no icon; the message says which and what would do
     */
    public static byte[] read(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Bytes bytes = Bytes.map(file, arena);
            if (IconFile.isIcon(bytes)) {
                return bytes.copy(LARGEST);
            }
            if (bytes.size() > Long.BYTES && bytes.i64(0) == PNG) {
                return ofPicture(bytes.copy(LARGEST));
            }
            if (PeImage.isLikely(bytes)) {
                Optional<Resources> resources = PeImage.read(bytes).resources();
                if (resources.isPresent()) {
                    return IconFile.of(resources.get(), 0).orElseThrow(() -> none(file));
                }
            }
            throw none(file);
        }
    }

    private static IOException none(Path file) {
        return new IOException(
                file.getFileName() + " holds no icon: choose an .ico or .png file, or a program with one");
    }

    /** An icon of a picture: scaled down to each size that it is large enough for, in a square. */
    private static byte[] ofPicture(byte[] png) throws IOException {
        BufferedImage picture = decode(png);
        int side = Math.max(picture.getWidth(), picture.getHeight());
        int[] sizes = side < SIZES[SIZES.length - 1]
                ? new int[] {side}
                : IntStream.of(SIZES).filter(size -> size <= side).toArray();
        List<byte[]> images = new ArrayList<>();
        for (int size : sizes) {
            ByteArrayOutputStream image = new ByteArrayOutputStream();
            ImageIO.write(scaled(picture, size), "png", image);
            images.add(image.toByteArray());
        }
        return assemble(sizes, images);
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
                    throw new IOException("A picture for an icon is at most %d pixels wide and high".formatted(WIDEST));
                }
                return reader.read(0);
            } catch (RuntimeException damaged) {
                throw new IOException("The picture is damaged: " + damaged.getMessage(), damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    /** By halves, so that a large picture keeps its lines. */
    private static BufferedImage scaled(BufferedImage picture, int size) {
        double side = Math.max(picture.getWidth(), picture.getHeight());
        BufferedImage now = picture;
        while (Math.max(now.getWidth(), now.getHeight()) >= 2 * size) {
            now = drawn(now, Math.max(1, now.getWidth() / 2), Math.max(1, now.getHeight() / 2));
        }
        int width = (int) Math.max(1, Math.round(picture.getWidth() * size / side));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * size / side));
        BufferedImage square = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(square);
        graphics.drawImage(now, (size - width) / 2, (size - height) / 2, width, height, null);
        graphics.dispose();
        return square;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(smaller);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return graphics;
    }

    private static byte[] assemble(int[] sizes, List<byte[]> images) {
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        int offset = head.capacity();
        for (int i = 0; i < sizes.length; i++) {
            byte side = (byte) (sizes[i] == 256 ? 0 : sizes[i]);
            head.put(side).put(side).put((byte) 0).put((byte) 0);
            head.putShort((short) 1)
                    .putShort((short) 32)
                    .putInt(images.get(i).length)
                    .putInt(offset);
            offset += images.get(i).length;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream(offset);
        file.writeBytes(head.array());
        images.forEach(file::writeBytes);
        return file.toByteArray();
    }
}
