package studio.ctnr.studio.editor.registry;

import java.math.BigInteger;
import java.util.Optional;

/** A number of 32 or 64 bits as people write it: hexadecimal, decimal, or bit by bit. Without a sign, as regedit. */
enum NumberText {
    HEXADECIMAL(16),
    DECIMAL(10),
    BITS(2);

    private final int base;

    NumberText(int base) {
        this.base = base;
    }

    /**
     * The number, with spaces and underscores between its digits passed over; a negative decimal number stands for its
     * two's complement. Empty when it is none, or needs more bits.
     *
     * @param bits 32 or 64
     */
    Optional<Long> parse(String text, int bits) {
        String digits = text.replaceAll("[ _]", "");
        if (this == HEXADECIMAL && (digits.startsWith("0x") || digits.startsWith("0X"))) {
            digits = digits.substring(2);
        }
        if (!digits.matches(this == DECIMAL ? "-?[0-9]+" : "[0-9A-Fa-f]+")) {
            return Optional.empty();
        }
        try {
            BigInteger number = new BigInteger(digits, base);
            boolean fits = number.signum() < 0 ? number.bitLength() < bits : number.bitLength() <= bits;
            return fits ? Optional.of(number.longValue()) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As the editor shows it: hexadecimal digits without leading zeros, bits in groups of four. */
    String format(long number, int bits) {
        long unsigned = bits == Long.SIZE ? number : number & (1L << bits) - 1;
        return switch (this) {
            case HEXADECIMAL -> Long.toHexString(unsigned);
            case DECIMAL -> Long.toUnsignedString(unsigned);
            case BITS -> grouped(Long.toBinaryString(unsigned));
        };
    }

    private static String grouped(String digits) {
        String padded = "0".repeat(Math.floorMod(-digits.length(), 4)) + digits;
        return padded.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
