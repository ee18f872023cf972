package studio.ctnr.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.engine.inspect.Signature.State;
import studio.ctnr.launcher.NativeProgram;

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
    void certificatesThatSignNothingAreNoSignatureThatHolds() throws Exception {
        // certificates alone, and nothing that is signed with them
        assertThat(read(program(certificateOf("Tally Makers"))))
                .contains(new Signature(State.UNREADABLE, List.of(), false));
    }

    @Test
    void aSignatureThatCanNotBeReadIsOneAllTheSame() throws IOException {
        assertThat(read(program(new byte[] {1, 2, 3}))).contains(new Signature(State.UNREADABLE, List.of(), false));
    }

    @Test
    void aTableBeyondTheEndOfTheFileIsNoSignature() throws IOException {
        byte[] program = program(new byte[] {1, 2, 3});
        ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN).putInt(CERTIFICATE_DIRECTORY + 4, 1 << 20);
        assertThat(read(program)).isEmpty();
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Our launcher, signed by "Tally Makers" whom "Tally Root" vouches for. */
    private byte[] signed(String hash, String... chain) throws Exception {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-subj",
                "/O=Example/CN=Tally Root",
                "-days",
                "30");
        run(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "own.key",
                "-out",
                "own.csr",
                "-subj",
                "/O=Example/CN=Tally Makers");
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                "own.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-CAcreateserial",
                "-out",
                "own.pem",
                "-days",
                "30");
        try (InputStream program = NativeProgram.LAUNCHER.open()) {
            Files.write(folder.resolve("plain.exe"), program.readAllBytes());
        }
        List<String> command =
                new ArrayList<>(List.of("osslsigncode", "sign", "-certs", "own.pem", "-key", "own.key", "-h", hash));
        command.addAll(List.of(chain));
        command.addAll(List.of("-in", "plain.exe", "-out", "signed.exe"));
        run(command.toArray(String[]::new));
        return Files.readAllBytes(folder.resolve("signed.exe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha512"})
    void aProgramThatIsWhatWasSignedIsVerifiedAndItsSignersAreNamed(String hash) throws Exception {
        assertThat(read(signed(hash, "-ac", "root.pem")))
                .contains(new Signature(State.VERIFIED, List.of("Tally Makers", "Tally Root"), false));
    }

    @Test
    void whoVouchesForTheSignerIsMissingWhereThatDidNotComeAlong() throws Exception {
        assertThat(read(signed("sha256"))).contains(new Signature(State.VERIFIED, List.of("Tally Makers"), false));
    }

    @Test
    void oneOtherByteOfTheProgramOrBehindTheSignatureIsTold() throws Exception {
        byte[] signed = signed("sha256", "-ac", "root.pem");
        byte[] inCode = signed.clone();
        inCode[0x1000] ^= 1;
        byte[] behind = Arrays.copyOf(signed, signed.length + 8);
        for (byte[] altered : List.of(inCode, behind)) {
            assertThat(read(altered))
                    .contains(new Signature(State.ALTERED, List.of("Tally Makers", "Tally Root"), false));
        }
    }

    @Test
    void aSignatureThatWasTouchedHoldsNoMore() throws Exception {
        byte[] signed = signed("sha256");
        ByteBuffer bytes = ByteBuffer.wrap(signed).order(ByteOrder.LITTLE_ENDIAN);
        int table = bytes.getInt(entry(signed));
        for (int i = table + 8; i < signed.length; i += 40) {
            byte[] touched = signed.clone();
            touched[i] ^= 0x10;
            assertThat(read(touched)).isPresent();
        }
        // the last thing in it is what the signer's key made
        byte[] touched = signed.clone();
        touched[signed.length - 100] ^= 1;
        assertThat(read(touched)).contains(new Signature(State.ALTERED, List.of("Tally Makers"), false));
    }

    private static int entry(byte[] program) {
        ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int optional = bytes.getInt(0x3c) + 24;
        return optional + (bytes.getShort(optional) == 0x20b ? 112 : 96) + 32;
    }
}
