package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.sandbox.SandboxException;

class TemplateStoreTest {
    private static final String HEAD = "WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\";

    @TempDir
    Path folder;

    private final AtomicInteger built = new AtomicInteger();
    private TemplateStore store;

    @BeforeEach
    void store() {
        store = new TemplateStore(folder.resolve("cache"));
    }

    private void build(Path staging) throws IOException {
        built.incrementAndGet();
        Path prefix = Files.createDirectory(staging.resolve("prefix"));
        Files.writeString(prefix.resolve("system.reg"), HEAD + "Machine\n");
        Files.writeString(prefix.resolve("user.reg"), HEAD + "User\\\\S-1-5-21-7\n");
        Files.createDirectories(prefix.resolve("drive_c/windows"));
    }

    @Test
    void manyAtOnceShareOneThatIsMadeOnce() throws Exception {
        Callable<WineTemplate> get =
                () -> new TemplateStore(folder.resolve("cache")).get("wine-1", "win10", this::build);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<WineTemplate> template : threads.invokeAll(List.of(get, get, get, get))) {
                assertThat(template.get().machine().userSid()).isEqualTo("S-1-5-21-7");
            }
        }
        assertThat(built).hasValue(1);
    }

    @Test
    void aDamagedOneIsMadeAgain() throws Exception {
        Path prefix = store.get("wine-1", "win10", this::build).prefix();
        Files.writeString(prefix.resolve("drive_c/windows/more.dll"), "x");
        assertThat(store.find("wine-1", "win10")).isEmpty();
        WineTemplate again = store.get("wine-1", "win10", this::build);
        assertThat(built).hasValue(2);
        assertThat(again.prefix().resolve("drive_c/windows/more.dll")).doesNotExist();
        assertThat(store.find("wine-1", "win10")).contains(again);
    }

    @Test
    void aMarkThatIsNoMarkIsNotTrusted() throws Exception {
        Path prefix = store.get("wine-1", "win10", this::build).prefix();
        for (String mark : List.of("", "{", "{}", "[1]", "{\"wine\":\"wine-1\",\"recipe\":2}")) {
            Files.writeString(prefix.resolveSibling("template.json"), mark);
            assertThat(store.find("wine-1", "win10")).isEmpty();
        }
    }

    @Test
    void anotherVersionHasItsOwn() throws Exception {
        Path ten = store.get("wine-1", "win10", this::build).prefix();
        assertThat(store.get("wine-1", "win7", this::build).prefix()).isNotEqualTo(ten);
        assertThat(store.get("wine-2", "win10", this::build).prefix()).isNotEqualTo(ten);
        assertThat(built).hasValue(3);
    }

    @Test
    void aFailureLeavesNothingAndIsExplained() throws Exception {
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(() -> store.get("wine-1", "win10", staging -> {
                    build(staging);
                    throw new IOException("No space left on device");
                }))
                .withMessageContaining("No space left")
                .satisfies(e -> assertThat(e.remedy()).contains("CTNR_CACHE"));
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void theCacheLiesWhereTheEnvironmentSays() {
        assertThat(TemplateStore.ofUser(Map.of("CTNR_CACHE", "/a", "XDG_CACHE_HOME", "/b"))
                        .folder())
                .isEqualTo(Path.of("/a/wine"));
        assertThat(TemplateStore.ofUser(Map.of("XDG_CACHE_HOME", "/b")).folder())
                .isEqualTo(Path.of("/b/ctnr-studio/wine"));
        assertThat(TemplateStore.ofUser(Map.of("XDG_CACHE_HOME", "relative")).folder())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/ctnr-studio/wine"));
    }
}
