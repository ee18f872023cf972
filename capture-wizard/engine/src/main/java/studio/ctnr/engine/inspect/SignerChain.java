package studio.ctnr.engine.inspect;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who vouches for a signer, each proved by the key of the next.
 *
 * @param names from the signer on
 * @param known whether it ends in a root that Java trusts
 */
record SignerChain(List<String> names, boolean known) {
    private static final int LONGEST = 16;

    /** The roots are read once, when the first signature is looked at. */
    private static final class Roots {
        private static final List<X509Certificate> ALL = read();

        private static List<X509Certificate> read() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                for (TrustManager manager : factory.getTrustManagers()) {
                    if (manager instanceof X509TrustManager trusted) {
                        return List.of(trusted.getAcceptedIssuers());
                    }
                }
                return List.of();
            } catch (GeneralSecurityException without) {
                return List.of();
            }
        }
    }

    /** @param others the certificates that came along, in any order */
    static SignerChain of(X509Certificate signer, Collection<X509Certificate> others) {
        List<String> names = new ArrayList<>();
        X509Certificate last = signer;
        names.add(name(last));
        while (names.size() < LONGEST && !isSignedBy(last, last)) {
            Optional<X509Certificate> issuer = issuer(last, others);
            if (issuer.isEmpty()) {
                issuer = issuer(last, Roots.ALL);
            }
            if (issuer.isEmpty()) {
                return new SignerChain(names, false);
            }
            last = issuer.get();
            names.add(name(last));
        }
        X509Certificate root = last;
        return new SignerChain(names, Roots.ALL.stream().anyMatch(known -> same(known, root)));
    }

    private static boolean same(X509Certificate one, X509Certificate other) {
        return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
                && Arrays.equals(
                        one.getPublicKey().getEncoded(), other.getPublicKey().getEncoded());
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, Collection<X509Certificate> among) {
        return among.stream().filter(one -> isSignedBy(of, one)).findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    /** The common name, else all of the name. */
    private static String name(X509Certificate certificate) {
        String all = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(all)
                    .getRdns().reversed().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse(all);
        } catch (InvalidNameException unreadable) {
            return all;
        }
    }
}
