package studio.ctnr.workbench.icon;

import java.util.Objects;

/**
 * A picture in memory, whatever is to show it.
 *
 * @param argb a number for each pixel, row by row from the top: alpha, red, green and blue from the highest byte on, the
 *     colours not multiplied by alpha; the array is not copied and must not be written to
 */
public record Picture(int width, int height, int[] argb) {
    public Picture {
        Objects.requireNonNull(argb);
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException("A picture of " + width + " × " + height + " has other pixels");
        }
    }
}
