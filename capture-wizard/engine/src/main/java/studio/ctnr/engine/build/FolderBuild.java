package studio.ctnr.engine.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.ContentHash.RuntimeFile;
import studio.ctnr.engine.projection.ProjectionSettings;
import studio.ctnr.engine.projection.internal.runtime.RuntimeFiles;

/**
 * Brings a container's folder up to date before it is packed: this program's runtime lies in it, and {@code config.yml}
 * names its version and the hashes of what is there. A folder that is up to date is not touched.
 */
public final class FolderBuild {
    private FolderBuild() {}

    /**
     * Renews what is not up to date.
     *
     * @param keepRuntime whether the runtime that lies there stays, such as one that was signed; only hashes are taken
     */
    public static void renew(Path root, boolean keepRuntime) throws IOException {
        ContainerFolder folder = ContainerFolder.open(root);
        ConfigDocument document = ConfigDocument.read(folder.config());
        ContainerConfig config = document.config(folder.config().toString());
        List<RuntimeFile> files;
        Optional<String> build = config.runtime().build();
        if (keepRuntime) {
            files = kept(folder);
        } else {
            ContainerConfig placed = RuntimeFiles.write(folder, config, ProjectionSettings.DEFAULT.time());
            files = placed.hashes().orElseThrow().runtime();
            build = placed.runtime().build();
        }
        ConfigDocument edited = document;
        if (!build.equals(config.runtime().build())) {
            edited = edited.set("runtime.build", build.orElseThrow());
        }
        Map<String, Object> hashes = hashes(ContentRoot.of(root).toString(), files);
        if (!Optional.of((Object) hashes).equals(document.get("hashes"))) {
            edited = edited.set("hashes", hashes);
        }
        if (!edited.text().equals(document.text())) {
            // the same time, or two copies of one folder would not make the same archive
            FileTime time = Files.getLastModifiedTime(folder.config());
            edited.write(folder.config());
            Files.setLastModifiedTime(folder.config(), time);
        }
    }

    private static List<RuntimeFile> kept(ContainerFolder folder) throws IOException {
        if (!Files.exists(folder.launcher())) {
            throw new BuildException(folder.root() + " has no runtime to keep: bin/launcher.exe is not there");
        }
        return RuntimeFiles.hashes(folder);
    }

    private static Map<String, Object> hashes(String root, List<RuntimeFile> files) {
        Map<String, Object> hashes = new LinkedHashMap<>();
        hashes.put("algorithm", "sha256");
        hashes.put("root", root);
        hashes.put(
                "runtime",
                files.stream()
                        .map(file -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("path", file.path());
                            entry.put("hash", file.hash());
                            return entry;
                        })
                        .toList());
        return hashes;
    }
}
