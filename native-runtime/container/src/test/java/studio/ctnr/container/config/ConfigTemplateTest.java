package studio.ctnr.container.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTemplateTest {
    @Test
    void aNewFileReadsLikeOneWrittenByHand() {
        ContainerConfig config = ContainerConfig.builder("my-app", "My \"App\"", "1.0")
                .publisher(Optional.of("Vendor"))
                .env(List.of(new EnvironmentVariable("APPDATA", "%CONTAINER_APPDATA%")))
                .entrypoints(List.of(new EntryPoint(
                        "My App",
                        "C:\\Program Files\\App\\app.exe",
                        Optional.of("--safe"),
                        Optional.empty(),
                        Optional.empty(),
                        true)))
                .isolation(new Isolation(Isolation.USER_DOCUMENTS.subList(0, 1), List.of()))
                .build();
        assertThat(ConfigDocument.create(config).text()).isEqualTo("""
                id: "my-app"
                name: "My \\"App\\""
                version: "1.0"

                # What gets between the application and Windows.
                runtime:
                  hooks:
                    filesystem: "detours"
                    registry: "detours"

                # Where this folder keeps what.
                paths:
                  program_files: "rootfs/ProgramFiles"
                  appdata: "user/AppData/Roaming"
                  local_appdata: "user/LocalAppData"
                  temp: "temp"

                # Environment variables of the application; %CONTAINER_*% get their values at the start.
                env:
                  - key: "APPDATA"
                    value: "%CONTAINER_APPDATA%"

                # Services of the application. mode: stub (only said to exist) or shared (runs).
                services: []

                # strategy: delta or vhd-diff.
                snapshots:
                  strategy: "delta"

                # encryption: none or aes-gcm-256.
                security:
                  signed: false
                  encryption: "none"

                publisher: "Vendor"

                # What can be started; the default one when nothing else is asked for.
                entrypoints:
                  - name: "My App"
                    target: "C:\\\\Program Files\\\\App\\\\app.exe"
                    args: "--safe"
                    default: true

                # merged (the default): container over host, writes stay here; isolated: without the host; host: untouched.
                # Of the rules that match, the most specific one wins.
                isolation:
                  filesystem:
                    - path: "%USERPROFILE%\\\\Documents\\\\**"
                      mode: "host"
                  registry: []
                """);
    }
}
