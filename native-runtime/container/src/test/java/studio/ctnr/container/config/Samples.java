package studio.ctnr.container.config;

/** Files that the tests read. */
final class Samples {
    static final String CHROME = """
            # Chrome, beta channel
            id: "chrome-beta-118"            # unique
            name: "Chrome Beta 118"
            version: "118.0.1234.5"
            runtime:
              build: "container-runtime@0.3.0"
              hooks:
                filesystem: "detours"         # detours | winfsp | minifilter
                registry: "mixto"
            paths:
              program_files: "rootfs/ProgramFiles"
              appdata: "user/AppData/Roaming"
              local_appdata: "user/LocalAppData"
              temp: "temp"
            env:
              - key: "APPDATA"
                value: "%CONTAINER_APPDATA%"
            services:
              - name: "chrome-updater"
                type: "windows-service"       # plus mode
            snapshots:
              strategy: "delta"
            security:
              signed: true
              encryption: "aes-gcm-256"
            # --- extensions ---
            publisher: 'Google'
            entrypoints:
              - {name: Chrome, target: 'C:\\Program Files\\Chrome\\chrome.exe', default: true}
            isolation:
              filesystem:  [{path: "%USERPROFILE%\\\\Work\\\\**", mode: host}]
            x_note: kept
            """;

    private Samples() {}

    static ConfigDocument chrome() throws InvalidConfigException {
        return ConfigDocument.parse(CHROME, "config.yml");
    }
}
