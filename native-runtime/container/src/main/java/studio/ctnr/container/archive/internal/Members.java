package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.ManifestReader;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * The members of an archive, each where the format puts it, with nothing before, between or behind them. Every byte that
 * is not a member's content is held against the one that the format prescribes.
 */
public final class Members {
    /** More than any chain of certificates needs. */
    private static final long LARGEST_SIGNATURE = 1 << 20;

    private final MemberReader in;
    private final Checksums checksums = new Checksums();
    private Manifest manifest;
    private String sums;
    private boolean signed;
    private long payloadAt;
    private long payloadSize;

    private Members(FileChannel file) {
        this.in = new MemberReader(file);
    }

    /** Reads and checks all but the payload's content. */
    public static Members read(FileChannel file) throws IOException {
        Members members = new Members(file);
        members.readManifest();
        Member next = members.in.next();
        if (next == Member.SIGNATURE) {
            members.readSignature();
            next = members.in.next();
        }
        members.passPayload(next);
        members.readChecksums();
        return members;
    }

    private void readManifest() throws IOException {
        long size = in.start(Member.MANIFEST);
        if (size > ManifestReader.LARGEST) {
            throw new ArchiveException(
                    ArchiveFault.MANIFEST_TOO_BIG,
                    "The manifest has %d bytes; more than %d are refused".formatted(size, ManifestReader.LARGEST));
        }
        in.require(size);
        MessageDigest digest = Sha256.digest();
        manifest = ManifestReader.read(in.content(size, digest));
        checksums.add(Member.MANIFEST, Sha256.finish(digest));
        in.end(size);
    }

    private void readSignature() throws IOException {
        long size = in.start(Member.SIGNATURE);
        if (size > LARGEST_SIGNATURE) {
            throw new ArchiveException(
                    ArchiveFault.MEMBER_HEADER, "The signature has %d bytes, too many for one".formatted(size));
        }
        byte[] signature = in.bytes(size);
        MessageDigest digest = Sha256.digest();
        digest.update(signature);
        checksums.add(Member.SIGNATURE, Sha256.finish(digest));
        in.end(size);
        signed = true;
    }

    private void passPayload(Member next) throws IOException {
        if (next == Member.ENCRYPTED_PAYLOAD) {
            throw new ArchiveException(
                    ArchiveFault.ENCRYPTED, "The archive is encrypted: encrypted archives need a newer ctnr");
        }
        payloadSize = in.startPayload(manifest.payloadSize());
        payloadAt = in.position();
        in.require(payloadSize);
        in.skip(payloadSize);
        in.end(payloadSize);
    }

    private void readChecksums() throws IOException {
        long size = in.start(Member.CHECKSUMS);
        long lines = signed ? 3 : 2;
        if (size > lines * 100) {
            throw new ArchiveException(ArchiveFault.CHECKSUM_MISMATCH, "SHA256SUMS is not a list of the members");
        }
        sums = new String(in.bytes(size), StandardCharsets.ISO_8859_1);
        in.end(size);
        in.endOfFile();
        String known = checksums.text();
        if (!sums.startsWith(known)) {
            String culprit = sums.startsWith(checksums.line(Member.MANIFEST)) ? "the signature" : "manifest.json";
            throw new ArchiveException(
                    ArchiveFault.CHECKSUM_MISMATCH, "SHA256SUMS does not have the SHA-256 that " + culprit + " has");
        }
    }

    /** Whether {@code sha256} of the payload is the one in SHA256SUMS, and the rest of that member is as it must be. */
    public boolean agreesWith(Sha256 payload) {
        checksums.add(Member.PAYLOAD, payload);
        return checksums.text().equals(sums);
    }

    public Manifest manifest() {
        return manifest;
    }

    public boolean isSigned() {
        return signed;
    }

    /** Where the payload starts in the file. */
    public long payloadAt() {
        return payloadAt;
    }

    /** The size of the payload in the file, in bytes. */
    public long payloadSize() {
        return payloadSize;
    }
}
