package studio.ctnr.engine.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.PeImage;

/**
 * The Authenticode signature that a program carries. That one is there is all that is told: whether it holds depends on
 * the roots that a Windows machine trusts.
 *
 * @param signer the common name of the certificate that no other one in the signature was signed with; empty when the
 *     certificates can't be read
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format#the-attribute-certificate-table-image-only">The
 *     attribute certificate table</a>
 */
public record Signature(Optional<String> signer) {
    private static final int HEAD = 8;
    private static final int PKCS_SIGNED_DATA = 2;
    private static final long LONGEST = 4 << 20;

    static Optional<Signature> of(Bytes program) {
        try {
            Optional<Bytes> table = PeImage.certificates(program);
            if (table.isEmpty() || table.get().size() < HEAD) {
                return Optional.empty();
            }
            Bytes entry = table.get();
            boolean signed = entry.u16(6) == PKCS_SIGNED_DATA;
            return Optional.of(new Signature(
                    signed ? signer(entry.part(HEAD, entry.u32(0) - HEAD).copy(LONGEST)) : Optional.empty()));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<String> signer(byte[] signedData) {
        try {
            List<X509Certificate> all =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(signedData))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            return all.stream()
                    .filter(one -> all.stream()
                            .noneMatch(other -> other != one
                                    && other.getIssuerX500Principal().equals(one.getSubjectX500Principal())))
                    .findFirst()
                    .flatMap(Signature::commonName);
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
