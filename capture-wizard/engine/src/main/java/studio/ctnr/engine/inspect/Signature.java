package studio.ctnr.engine.inspect;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.PeImage;

/**
 * The Authenticode signature that a program carries, checked as far as that can be done anywhere: that the program is what
 * was signed, and who signed. Which roots a Windows machine trusts, and whether a certificate was revoked, is not asked.
 *
 * @param state whether it holds
 * @param signers by their common names: who signed, who vouches for them, and so on up to the root; empty when that can't
 *     be read
 * @param known whether the last of them, or who vouches for it, is a root that Java trusts
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format#the-attribute-certificate-table-image-only">The
 *     attribute certificate table</a>
 */
public record Signature(State state, List<String> signers, boolean known) {
    private static final int HEAD = 8;
    private static final int PKCS_SIGNED_DATA = 2;
    private static final long LONGEST = 4 << 20;
    private static final Signature UNREADABLE = new Signature(State.UNREADABLE, List.of(), false);

    /** Whether a signature holds. */
    public enum State {
        /** The program is what was signed. */
        VERIFIED,
        /** The program, or the signature, was changed after it was signed. */
        ALTERED,
        /** There is one, and it is damaged or made in a way that is not known here. */
        UNREADABLE
    }

    public Signature {
        signers = List.copyOf(signers);
    }

    /** Who signed; empty when that can't be read. */
    public Optional<String> signer() {
        return signers.stream().findFirst();
    }

    /** Reads all of a program that is signed. */
    static Optional<Signature> of(Bytes program) {
        Optional<Bytes> table;
        try {
            table = PeImage.certificates(program);
            if (table.isEmpty() || table.get().size() < HEAD) {
                return Optional.empty();
            }
        } catch (IOException beyondTheEnd) {
            return Optional.empty();
        }
        try {
            Bytes entry = table.get();
            return Optional.of(
                    entry.u16(6) == PKCS_SIGNED_DATA
                            ? Authenticode.check(
                                    program,
                                    entry.part(HEAD, entry.u32(0) - HEAD).copy(LONGEST))
                            : UNREADABLE);
        } catch (IOException damaged) {
            return Optional.of(UNREADABLE);
        }
    }
}
