package studio.ctnr.engine.sandbox.windows.journal;

import java.io.IOException;
import java.util.Optional;
import studio.ctnr.container.WindowsPath;

/** Where the files and folders of one drive lie now. */
interface FileNames {
    /** The path of a file or folder; empty when it is gone, or when this user can't see it. */
    Optional<WindowsPath> path(FileId file) throws IOException;
}
