package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.workbench.icon.ContainerIcons;
import studio.ctnr.workbench.icon.IconFile;
import studio.ctnr.workbench.icon.Picture;

class IconsTest {
    private static final Path TALLY = Path.of("../../assets/samples/tally/tally.ico");

    @TempDir
    private Path temporary;

    @Test
    void a_real_icon_is_read_in_each_of_its_sizes() throws IOException {
        byte[] icon = Files.readAllBytes(TALLY);
        ByteBuffer file = ByteBuffer.wrap(icon).order(ByteOrder.LITTLE_ENDIAN);
        int count = file.getShort(4);
        assertThat(count).isPositive();
        for (int i = 0; i < count; i++) {
            int width = Byte.toUnsignedInt(icon[6 + 16 * i]);
            int wanted = width == 0 ? 256 : width;
            Picture picture = IconFile.picture(icon, wanted).orElseThrow();
            assertThat(picture.width()).isEqualTo(wanted);
            assertThat(Arrays.stream(picture.argb()).filter(pixel -> pixel >>> 24 == 255))
                    .isNotEmpty();
        }
    }

    @Test
    void the_smallest_that_is_large_enough_is_taken() throws IOException {
        byte[] icon = icon(png(16, 0xff0000ff), png(64, 0xff00ff00), png(32, 0x80ff0000));
        assertThat(IconFile.picture(icon, 20).orElseThrow().width()).isEqualTo(32);
        assertThat(IconFile.picture(icon, 100).orElseThrow().width()).isEqualTo(64);
        assertThat(IconFile.picture(icon, 32).orElseThrow().argb()[5]).isEqualTo(0x80ff0000);
    }

    @Test
    void a_bitmap_with_a_palette_has_its_transparency_from_the_mask() throws IOException {
        // 2 × 2 pixels of one bit: the colours of the lower row come first
        ByteBuffer bitmap = ByteBuffer.allocate(40 + 8 + 8 + 8).order(ByteOrder.LITTLE_ENDIAN);
        bitmap.putInt(40).putInt(2).putInt(4).putShort((short) 1).putShort((short) 1);
        bitmap.position(40).putInt(0x000000ff).putInt(0x0000ff00);
        bitmap.put(48, (byte) 0b0100_0000).put(52, (byte) 0b1000_0000);
        bitmap.put(56, (byte) 0b0000_0000).put(60, (byte) 0b0100_0000);
        Picture picture = IconFile.picture(icon(bitmap.array()), 2).orElseThrow();
        assertThat(picture.argb()).containsExactly(0xff00ff00, 0, 0xff0000ff, 0xff00ff00);
    }

    @Test
    void a_damaged_icon_gives_nothing_and_no_failure() throws IOException {
        byte[] icon = Files.readAllBytes(TALLY);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(icon, random.nextInt(icon.length + 1));
            for (int j = 0; j < 5 && damaged.length > 0; j++) {
                damaged[random.nextInt(Math.min(damaged.length, 300))] = (byte) random.nextInt();
            }
            IconFile.picture(damaged, 32);
        }
        assertThat(IconFile.picture(new byte[0], 32)).isEmpty();
    }

    @Test
    void a_container_shows_what_its_config_names_or_else_what_was_taken_out_of_its_programs() throws IOException {
        ContainerFolder container = ContainerFolder.create(temporary.resolve("app"));
        assertThat(ContainerIcons.read(container, Optional.empty(), 32)).isEmpty();
        Files.createDirectories(container.root().resolve("bin/icons"));
        Files.write(container.root().resolve("bin/icons/a.ico"), icon(png(16, 0xff0000ff)));
        Files.write(container.root().resolve("bin/icons/b.ico"), icon(png(32, 0xff0000ff)));
        assertThat(ContainerIcons.read(container, Optional.empty(), 32)
                        .orElseThrow()
                        .width())
                .isEqualTo(16);
        assertThat(ContainerIcons.read(container, Optional.of("bin\\Icons\\B.ico,0"), 32)
                        .orElseThrow()
                        .width())
                .isEqualTo(32);
        assertThat(ContainerIcons.read(container, Optional.of("../../etc/x.ico"), 32))
                .isEmpty();
    }

    private static byte[] png(int width, int argb) throws IOException {
        BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, argb);
        image.setRGB(0, 0, width, width, pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] icon(byte[]... pictures) {
        int size = 6
                + 16 * pictures.length
                + Arrays.stream(pictures).mapToInt(one -> one.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.length);
        int at = 6 + 16 * pictures.length;
        for (byte[] picture : pictures) {
            boolean png = picture[0] == (byte) 0x89;
            int width = png ? ByteBuffer.wrap(picture).getInt(16) : 2;
            file.put((byte) width).put((byte) width).putShort((short) 0).putShort((short) 1);
            file.putShort((short) 32).putInt(picture.length).putInt(at);
            at += picture.length;
        }
        for (byte[] picture : pictures) {
            file.put(picture);
        }
        return file.array();
    }
}
