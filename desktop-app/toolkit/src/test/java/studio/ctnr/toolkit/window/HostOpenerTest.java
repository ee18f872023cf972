package studio.ctnr.toolkit.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostOpenerTest {
    @TempDir
    private Path folder;

    @Test
    void aHostWithoutSuchAProgramSaysSo() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        HostOpener.start(new String[] {folder.resolve("none").toString(), "x"}, told::complete);
        assertThat(told.get(10, TimeUnit.SECONDS)).contains("none");
    }

    @Test
    void aProgramThatCannotOpenItSaysSo() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        HostOpener.start(new String[] {script("exit 3"), "x"}, told::complete);
        assertThat(told.get(10, TimeUnit.SECONDS)).contains("opener").contains("3");
    }

    @Test
    void theProgramIsGivenTheFile() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        Path heard = folder.resolve("heard");
        Process mkfifo = new ProcessBuilder("mkfifo", heard.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        HostOpener.start(new String[] {script("echo \"$1\" > " + heard), "a b.txt"}, told::complete);
        assertThat(Files.readString(heard)).isEqualTo("a b.txt\n");
        assertThat(told).isNotDone();
    }

    @Test
    void everySystemHasItsOwnProgram() {
        assertThat(HostOpener.command("Linux", "x")).containsExactly("xdg-open", "x");
        assertThat(HostOpener.command("Mac OS X", "x")).containsExactly("open", "x");
        assertThat(HostOpener.command("Windows 11", "x"))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", "x");
    }

    private String script(String text) throws Exception {
        Path script = folder.resolve("opener");
        Files.writeString(script, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
