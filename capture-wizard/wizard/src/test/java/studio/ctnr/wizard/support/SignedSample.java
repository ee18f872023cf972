package studio.ctnr.wizard.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sample installer that somebody signed, whom a root vouches for that nobody trusts. */
public final class SignedSample {
    private static final Path TARGET = Path.of("target", "signed").toAbsolutePath();

    private SignedSample() {}

    public static synchronized Path made(String installer) throws Exception {
        Path signed = TARGET.resolve(installer);
        if (!Files.exists(signed)) {
            Files.createDirectories(TARGET);
            run(
                    "openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj /CN=Sample_Root -days 3650");
            run("openssl req -newkey rsa:2048 -nodes -keyout own.key -out own.csr -subj /CN=Ctnr_Samples");
            run("openssl x509 -req -in own.csr -CA root.pem -CAkey root.key -CAcreateserial -out own.pem -days 3650");
            run("osslsigncode sign -certs own.pem -ac root.pem -key own.key -h sha256 -in "
                    + SampleInstallers.made(installer) + " -out " + signed);
        }
        return signed;
    }

    private static void run(String command) throws Exception {
        Process process = new ProcessBuilder(command.split(" "))
                .directory(TARGET.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
