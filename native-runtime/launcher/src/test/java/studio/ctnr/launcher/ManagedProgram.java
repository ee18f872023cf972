package studio.ctnr.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program of code for .NET alone, as far as Windows' loader looks at it: headers, a section, and in that the header of
 * .NET (ECMA-335, II.25). There is no code in it: what runs it is mscoree.dll.
 */
enum ManagedProgram {
    /** 32-bit headers, and no wish: 64-bit where Windows is. */
    ANY(0x14c, 1),
    /** Of 32 bits wherever it runs. */
    X86(0x14c, 1 | 2),
    /** What compilers make by default: any, but of 32 bits on processors that have both. */
    PREFERS_X86(0x14c, 1 | 2 | 0x20000),
    X64(0x8664, 1);

    private static final int PE = 0x80;
    private static final int PAGE = 0x1000;
    private static final int SECTION = 0x200;
    private static final int MANAGED_SIZE = 72;

    private final int processor;

    /** COMIMAGE_FLAGS_: 1 ILONLY, 2 32BITREQUIRED, 0x20000 32BITPREFERRED. */
    private final int flags;

    ManagedProgram(int processor, int flags) {
        this.processor = processor;
        this.flags = flags;
    }

    private boolean wide() {
        return processor == 0x8664;
    }

    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * SECTION).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, "MZ".getBytes()).putInt(0x3c, PE);
        fileHeader(bytes.position(PE));
        optionalHeader(bytes);
        directories(bytes);
        section(bytes);
        // its size, the version of the runtime that it needs, no metadata, its flags
        bytes.putInt(SECTION, MANAGED_SIZE)
                .putShort(SECTION + 4, (short) 2)
                .putShort(SECTION + 6, (short) 5)
                .putInt(SECTION + 16, flags);
        Files.write(file, bytes.array());
    }

    private void fileHeader(ByteBuffer bytes) {
        bytes.put("PE\0\0".getBytes()).putShort((short) processor).putShort((short) 1); // sections
        bytes.putInt(0).putInt(0).putInt(0); // no time, no symbols
        bytes.putShort((short) (wide() ? 0xf0 : 0xe0)).putShort((short) (wide() ? 0x22 : 0x102)); // executable
    }

    private void optionalHeader(ByteBuffer bytes) {
        bytes.putShort((short) (wide() ? 0x20b : 0x10b)).putShort((short) 0); // linker
        bytes.putInt(SECTION).putInt(0).putInt(0).putInt(PAGE).putInt(PAGE); // sizes; entry point and code: the section
        if (wide()) {
            bytes.putLong(0x140000000L);
        } else {
            bytes.putInt(PAGE).putInt(0x400000);
        }
        bytes.putInt(PAGE).putInt(SECTION); // alignments
        bytes.putInt(4).putInt(0).putInt(4).putInt(0); // for Windows 4 and later
        bytes.putInt(2 * PAGE).putInt(SECTION).putInt(0); // of the image, of the headers
        bytes.putShort((short) 3).putShort((short) 0x8540); // for the console; may be anywhere, no execution of data
        for (int size : new int[] {0x100000, PAGE, 0x100000, PAGE}) { // of stack and heap
            if (wide()) {
                bytes.putLong(size);
            } else {
                bytes.putInt(size);
            }
        }
        bytes.putInt(0).putInt(16);
    }

    private static void directories(ByteBuffer bytes) {
        int first = bytes.position();
        bytes.putInt(first + 14 * 8, PAGE)
                .putInt(first + 14 * 8 + 4, MANAGED_SIZE)
                .position(first + 16 * 8);
    }

    private static void section(ByteBuffer bytes) {
        bytes.put(".text\0\0\0".getBytes())
                .putInt(MANAGED_SIZE)
                .putInt(PAGE)
                .putInt(SECTION)
                .putInt(SECTION);
        bytes.putInt(0).putInt(0).putInt(0).putInt(0x60000020); // no relocations; code, to be read and executed
    }
}
