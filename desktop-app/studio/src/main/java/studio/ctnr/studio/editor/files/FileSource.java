package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Path;
import studio.ctnr.container.ContainerFolder;

/** Where the files of a container are looked at; called off the FX thread. */
public interface FileSource {
    /** The files that the application sees, as a tree. */
    FileNode scan() throws IOException;

    /**
     * A file of the disk with the content of one of the container's.
     *
     * @param path in the container, by slashes
     */
    Path content(String path) throws IOException;

    /** A container's folder, read from the disk. */
    static FileSource of(ContainerFolder folder) {
        return new FileSource() {
            @Override
            public FileNode scan() throws IOException {
                return FileScan.of(folder);
            }

            @Override
            public Path content(String path) {
                return folder.resolve(path);
            }
        };
    }
}
