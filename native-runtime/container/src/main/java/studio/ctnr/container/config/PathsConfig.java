package studio.ctnr.container.config;

/** Where the container keeps what, relative to its folder and by forward slashes. */
public record PathsConfig(String programFiles, String appdata, String localAppdata, String temp) {
    public static final PathsConfig DEFAULT =
            new PathsConfig("rootfs/ProgramFiles", "user/AppData/Roaming", "user/LocalAppData", "temp");
}
