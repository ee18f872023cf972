package studio.ctnr.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconSourceTest {
    @TempDir
    private Path folder;

    private Path picture(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        Path file = folder.resolve("picture.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @ParameterizedTest
    @CsvSource({"512, 300, 256 48 32 16", "256, 256, 256 48 32 16", "40, 40, 32 16", "9, 5, 9"})
    void aPictureBecomesAnIconInTheSizesItIsLargeEnoughFor(int width, int height, String sizes) throws IOException {
        byte[] icon = IconSource.read(picture(width, height));

        ByteBuffer bytes = ByteBuffer.wrap(icon).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < bytes.getShort(4); i++) {
            int entry = 6 + 16 * i;
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(icon, bytes.getInt(entry + 12), bytes.getInt(entry + 8)));
            assertThat(bytes.get(entry) & 0xff).isEqualTo(image.getWidth() % 256);
            assertThat(image.getHeight()).isEqualTo(image.getWidth());
            assertThat(image.getRGB(image.getWidth() / 2, image.getHeight() / 2))
                    .isEqualTo(0xffff0000);
            found.append(found.isEmpty() ? "" : " ").append(image.getWidth());
        }
        assertThat(found).hasToString(sizes);
    }

    @Test
    void anIconFileStaysAsItIs() throws IOException {
        byte[] icon = IconSource.read(picture(64, 64));
        Path file = Files.write(folder.resolve("own.ico"), icon);
        assertThat(IconSource.read(file)).isEqualTo(icon);
    }

    @Test
    void whatHoldsNoIconIsRefusedByName() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no icon in here, however long it may be");
        assertThatThrownBy(() -> IconSource.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining(".png");
        Path empty = Files.write(folder.resolve("empty.ico"), new byte[0]);
        assertThatThrownBy(() -> IconSource.read(empty)).isInstanceOf(IOException.class);
    }

    @Test
    void aDamagedPictureIsRefused() throws IOException {
        byte[] half = Files.readAllBytes(picture(64, 64));
        Path file = Files.write(folder.resolve("half.png"), java.util.Arrays.copyOf(half, half.length / 2));
        assertThatThrownBy(() -> IconSource.read(file)).isInstanceOf(IOException.class);
    }
}
