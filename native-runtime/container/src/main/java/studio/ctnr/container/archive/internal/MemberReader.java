package studio.ctnr.container.archive.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Quoted;

/** Steps from member to member, refusing every header and padding that the format would not have written. */
final class MemberReader {
    private static final int BLOCK = TarHeader.BLOCK;

    private final FileChannel file;
    private long position;

    MemberReader(FileChannel file) {
        this.file = file;
    }

    long position() {
        return position;
    }

    /** The member that comes next. */
    Member next() throws IOException {
        byte[] header = peek(BLOCK);
        String name = name(header);
        if (name.equals(TarHeader.PAX_NAME)) {
            return Member.PAYLOAD;
        }
        Member member = Member.named(name);
        if (member == null) {
            throw new ArchiveException(
                    ArchiveFault.UNKNOWN_MEMBER,
                    "The archive has a member %s, which the format does not know".formatted(Quoted.of(name)));
        }
        return member;
    }

    /** Passes the header of {@code member}, which must be next; returns its size in bytes. */
    long start(Member member) throws IOException {
        checkIs(member);
        byte[] header = peek(BLOCK);
        long size = octalSize(header);
        check(member, header, member.header(size));
        return size;
    }

    /** Passes the payload's headers, whose form follows from its uncompressed size. */
    long startPayload(long uncompressed) throws IOException {
        checkIs(Member.PAYLOAD);
        int length = Member.payloadHeader(0, uncompressed).length;
        byte[] header = peek(length);
        long size = length == BLOCK ? octalSize(header) : paxSize(header);
        check(Member.PAYLOAD, header, Member.payloadHeader(size, uncompressed));
        return size;
    }

    private void checkIs(Member wanted) throws IOException {
        byte[] header = peek(BLOCK);
        boolean tar = new String(header, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
        if (position == 0 && !tar) {
            throw new ArchiveException(ArchiveFault.NOT_AN_ARCHIVE, "The file is not a .ctnr archive");
        }
        if (!tar && wanted == Member.CHECKSUMS) {
            throw new ArchiveException(ArchiveFault.MEMBER_HEADER, "What follows the payload is not SHA256SUMS");
        }
        Member found = next();
        if (found != wanted) {
            throw new ArchiveException(
                    ArchiveFault.MEMBER_ORDER,
                    "The member %s stands where %s should be".formatted(found.fileName(), wanted.fileName()));
        }
    }

    private void check(Member member, byte[] found, byte[] prescribed) throws ArchiveException {
        if (!Arrays.equals(found, prescribed)) {
            throw new ArchiveException(
                    ArchiveFault.MEMBER_HEADER, "The header of %s is damaged".formatted(member.fileName()));
        }
        position += found.length;
    }

    /** Refuses a member of {@code size} bytes that would not fit. */
    void require(long size) throws IOException {
        if (size < 0 || size > file.size() - position) {
            throw truncated();
        }
    }

    /** The next {@code size} bytes, which {@code digest} sees as they are read. */
    InputStream content(long size, MessageDigest digest) {
        InputStream bytes = new BufferedInputStream(new FileRange(file, position, size), 1 << 16);
        position += size;
        return new DigestInputStream(bytes, digest);
    }

    byte[] bytes(long size) throws IOException {
        require(size);
        byte[] bytes = peek((int) size);
        position += size;
        return bytes;
    }

    void skip(long size) {
        position += size;
    }

    /** Passes the padding behind a member of {@code size} bytes. */
    void end(long size) throws IOException {
        zeros((int) (Member.padded(size) - size));
    }

    /** Passes the end of the file. */
    void endOfFile() throws IOException {
        zeros(Member.END);
        if (position != file.size()) {
            throw new ArchiveException(
                    ArchiveFault.TRAILING_DATA,
                    "%d bytes follow the end of the archive".formatted(file.size() - position));
        }
    }

    private void zeros(int length) throws IOException {
        byte[] padding = peek(length);
        position += length;
        for (byte b : padding) {
            if (b != 0) {
                throw new ArchiveException(
                        ArchiveFault.MEMBER_HEADER,
                        "There are bytes other than zero before byte %d, between the members".formatted(position));
            }
        }
    }

    private byte[] peek(int length) throws IOException {
        if (file.size() - position < length) {
            throw truncated();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        FileBytes.readFully(file, bytes, position);
        return bytes.array();
    }

    private ArchiveException truncated() throws IOException {
        return new ArchiveException(
                ArchiveFault.TRUNCATED, "The archive is cut short: it ends at byte %d".formatted(file.size()));
    }

    private static String name(byte[] header) {
        int end = 0;
        while (end < 100 && header[end] != 0) {
            end++;
        }
        return new String(header, 0, end, StandardCharsets.UTF_8);
    }

    /** What is no number becomes 0: the comparison with the prescribed header tells. */
    private static long octalSize(byte[] header) {
        return number(new String(header, 124, 11, StandardCharsets.US_ASCII), 8);
    }

    private static long paxSize(byte[] header) {
        String records = new String(header, BLOCK, BLOCK, StandardCharsets.US_ASCII);
        int at = records.indexOf("size=") + 5;
        return number(records.substring(at, at + 19), 10);
    }

    private static long number(String digits, int radix) {
        try {
            return Math.max(0, Long.parseLong(digits, radix));
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }
}
