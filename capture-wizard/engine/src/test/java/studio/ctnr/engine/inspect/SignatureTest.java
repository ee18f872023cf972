package studio.ctnr.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
    private static final int CERTIFICATE_DIRECTORY = 0x40 + 24 + 112 + 8 * 4;

    @TempDir
    private Path folder;

    /** The head of a 64-bit program with a table of signatures behind it. */
    private static byte[] program(byte[] signedData) {
        int end = 0x40 + 24 + 112 + 16 * 8;
        ByteBuffer file = ByteBuffer.allocate(end + 8 + signedData.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3c, 0x40);
        file.putInt(0x40, 0x4550).putShort(0x44, (short) 0x8664).putShort(0x54, (short) 240);
        file.putShort(0x58, (short) 0x20b).putInt(0x58 + 108, 16);
        file.putInt(CERTIFICATE_DIRECTORY, end).putInt(CERTIFICATE_DIRECTORY + 4, 8 + signedData.length);
        file.putInt(end, 8 + signedData.length)
                .putShort(end + 4, (short) 0x200)
                .putShort(end + 6, (short) 2)
                .put(end + 8, signedData);
        return file.array();
    }

    private byte[] certificateOf(String name) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "one",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name + ", O=Example",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        return CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(keys.getCertificate("one")))
                .getEncoded("PKCS7");
    }

    private Optional<Signature> read(byte[] program) throws IOException {
        Path file = folder.resolve("program.exe");
        Files.write(file, program);
        return ProgramFacts.read(file).signature();
    }

    @Test
    void theSignerIsNamed() throws Exception {
        assertThat(read(program(certificateOf("Tally Makers")))).contains(new Signature(Optional.of("Tally Makers")));
    }

    @Test
    void aSignatureThatCanNotBeReadIsOneAllTheSame() throws IOException {
        assertThat(read(program(new byte[] {1, 2, 3}))).contains(new Signature(Optional.empty()));
    }

    @Test
    void aTableBeyondTheEndOfTheFileIsNoSignature() throws IOException {
        byte[] program = program(new byte[] {1, 2, 3});
        ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN).putInt(CERTIFICATE_DIRECTORY + 4, 1 << 20);
        assertThat(read(program)).isEmpty();
    }
}
