package studio.ctnr.engine.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import studio.ctnr.engine.inspect.Signature.State;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.PeDigest;

/**
 * Checks a signature of Windows programs: signed data of CMS around the digest of the image.
 *
 * @see <a href="https://download.microsoft.com/download/9/c/5/9c5b2167-8017-4bae-9fde-d599bac8184a/authenticode_pe.docx">
 *     Windows Authenticode Portable Executable Signature Format</a>
 */
final class Authenticode {
    private static final String INDIRECT_DATA = "1.3.6.1.4.1.311.2.1.4";

    private Authenticode() {}

    /** @throws IOException when the signature is damaged, or of a kind that is not known */
    static Signature check(Bytes program, byte[] signature) throws IOException {
        try {
            // of a stream the first object is read: what follows fills the table's last eight bytes
            CMSSignedData signed = new CMSSignedData(new ByteArrayInputStream(signature));
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            List<X509Certificate> all = certificates(signed.getCertificates().getMatches(null));
            List<X509Certificate> own = certificates(matches(signed, signer));
            if (own.isEmpty() || !INDIRECT_DATA.equals(signed.getSignedContentTypeOID())) {
                throw new IOException("The signature names no signer of a program");
            }
            SignerChain chain = SignerChain.of(own.getFirst(), all);
            boolean holds = isWhatWasSigned(program, signed) && isSigned(signer, own.getFirst());
            return new Signature(holds ? State.VERIFIED : State.ALTERED, chain.names(), chain.known());
        } catch (CMSException | GeneralSecurityException | RuntimeException damaged) {
            // the parser tells of damage by whatever exception it runs into
            throw new IOException("The signature can't be read: " + damaged.getMessage(), damaged);
        }
    }

    @SuppressWarnings("unchecked")
    private static Collection<X509CertificateHolder> matches(CMSSignedData signed, SignerInformation signer) {
        return signed.getCertificates().getMatches((Selector<X509CertificateHolder>) signer.getSID());
    }

    private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return certificates;
    }

    private static boolean isWhatWasSigned(Bytes program, CMSSignedData signed)
            throws IOException, GeneralSecurityException {
        ASN1Sequence content =
                ASN1Sequence.getInstance(signed.getSignedContent().getContent());
        DigestInfo digest = DigestInfo.getInstance(content.getObjectAt(1));
        String algorithm = digest.getAlgorithmId().getAlgorithm().getId();
        byte[] found = PeDigest.of(program, MessageDigest.getInstance(algorithm));
        return Arrays.equals(found, digest.getDigest());
    }

    /** With the signer's key alone: a certificate that has ended since says nothing against what was signed with it. */
    private static boolean isSigned(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException broken) {
            return false;
        }
    }
}
