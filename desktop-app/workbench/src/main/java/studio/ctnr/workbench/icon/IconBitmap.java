package studio.ctnr.workbench.icon;

import java.nio.ByteBuffer;

/**
 * A bitmap as icons hold it: {@code BITMAPINFOHEADER}, palette, colours from the lowest row up, and the mask. 1, 4, 8, 24
 * and 32 bits a pixel, not compressed.
 */
final class IconBitmap {
    private static final int OPAQUE = 0xff000000;

    private final ByteBuffer data;
    private final int width;
    private final int height;
    private final int bits;
    private final int palette;
    private final int colours;
    private final int mask;

    private IconBitmap(ByteBuffer data, int largest) {
        this.data = data;
        int header = data.getInt(0);
        width = data.getInt(4);
        height = data.getInt(8) / 2;
        bits = data.getShort(14);
        if (width < 1 || height < 1 || width > largest || height > largest || data.getInt(16) != 0) {
            throw new IllegalArgumentException("not a bitmap of an icon");
        }
        int used = data.getInt(32);
        palette = header;
        int paletteSize = bits > 8 ? 0 : used > 0 && used <= 1 << bits ? used : 1 << bits;
        colours = palette + 4 * paletteSize;
        mask = colours + stride(bits) * height;
    }

    static Picture read(ByteBuffer data, int largest) {
        return new IconBitmap(data, largest).picture();
    }

    /** Rows begin at multiples of four bytes. */
    private int stride(int bitsPerPixel) {
        return (width * bitsPerPixel + 31) / 32 * 4;
    }

    private Picture picture() {
        int[] argb = new int[width * height];
        int alpha = 0;
        for (int y = 0; y < height; y++) {
            int row = colours + (height - 1 - y) * stride(bits);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = colour(row, x);
                alpha |= argb[y * width + x];
            }
        }
        // old icons of 32 bits have no alpha at all: theirs is the mask, as everybody else's
        if (bits != 32 || (alpha & OPAQUE) == 0) {
            applyMask(argb);
        }
        return new Picture(width, height, argb);
    }

    private int colour(int row, int x) {
        return switch (bits) {
            case 32 -> data.getInt(row + 4 * x);
            case 24 ->
                Byte.toUnsignedInt(data.get(row + 3 * x))
                        | Byte.toUnsignedInt(data.get(row + 3 * x + 1)) << 8
                        | Byte.toUnsignedInt(data.get(row + 3 * x + 2)) << 16;
            case 1, 4, 8 -> data.getInt(palette + 4 * index(row, x, bits)) & ~OPAQUE;
            default -> throw new IllegalArgumentException(bits + " bits a pixel");
        };
    }

    private int index(int row, int x, int size) {
        int bit = x * size;
        int value = Byte.toUnsignedInt(data.get(row + bit / 8));
        return value >> 8 - size - bit % 8 & (1 << size) - 1;
    }

    private void applyMask(int[] argb) {
        for (int y = 0; y < height; y++) {
            int row = mask + (height - 1 - y) * stride(1);
            for (int x = 0; x < width; x++) {
                boolean transparent = index(row, x, 1) == 1;
                argb[y * width + x] = transparent ? 0 : argb[y * width + x] & ~OPAQUE | OPAQUE;
            }
        }
    }
}
