package studio.ctnr.workbench.life;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;

/**
 * How an archive is made of a container's folder.
 *
 * @param level of zstd, 1 to 22
 * @param replace whether an archive that is there already is replaced
 */
public record Packing(int level, boolean replace) {
    /** The usual level, and nothing is replaced. */
    public static final Packing DEFAULT = new Packing(ArchiveBuilder.LEVEL, false);

    /** Packs a container's folder: the same bytes as {@code ctnr build} makes of it. */
    Manifest pack(Path folder, Path archive, Progress progress) throws IOException {
        ContainerConfig config = ConfigDocument.load(new ContainerFolder(folder).config());
        ArchiveInfo info = new ArchiveInfo(
                config.id(),
                config.name(),
                config.version(),
                "ctnr " + programVersion(),
                config.runtime().build().orElse(""));
        return new ArchiveBuilder(info)
                .level(level)
                .replace(replace)
                .progress(progress)
                .build(folder, archive);
    }

    private static String programVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Packing.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version").replace("-SNAPSHOT", "");
    }
}
