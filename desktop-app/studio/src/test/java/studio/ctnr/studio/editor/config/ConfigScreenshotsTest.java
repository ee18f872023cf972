package studio.ctnr.studio.editor.config;

import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Parent;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.Screenshots;

class ConfigScreenshotsTest extends Screenshots {
    static final String SAMPLE = """
            # captured from 7z2409-x64.exe, reviewed by the packaging team
            id: "7zip-24.09"
            name: "7-Zip"
            version: "24.09"
            publisher: Igor Pavlov
            runtime:
              build: "container-runtime@0.3.0"
              hooks:
                filesystem: "detours"
                registry: "minifltr"
            entrypoints:
              - name: 7-Zip File Manager
                target: '%CONTAINER_PROGRAMFILES%\\7-Zip\\7zFM.exe'
                default: true
            isolation:
              filesystem:
                - {path: "%USERPROFILE%\\\\Documents\\\\**", mode: host}
              registry:
                - {path: "HKCU\\\\Software\\\\7-Zip\\\\**", mode: isolated}
            security:
              signed: true
              encryption: "none"
            """;

    @Override
    protected Stream<Screen> screens() {
        return Stream.of(
                new Screen("config", () -> tab(SAMPLE)),
                new Screen("config-well", () -> tab(SAMPLE.replace("minifltr", "minifilter"))));
    }

    private static Parent tab(String text) {
        return (Parent) new ConfigTab(new ConfigModel(Path.of("config.yml"), text, Background.immediate())).view();
    }
}
