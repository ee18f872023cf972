package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveExtraction;

/** A container that is there for one run: what the application leaves in it goes when it is closed. */
public final class TemporaryCopy implements AutoCloseable {
    private final Path scratch;

    private TemporaryCopy(Path scratch) {
        this.scratch = scratch;
    }

    /** Of an archive, unpacked and held against its manifest. */
    public static TemporaryCopy of(Archive archive, Progress progress) throws IOException {
        return make(goal -> new ArchiveExtraction(archive).progress(progress).to(goal));
    }

    /** Of a container's folder; what its log and its temporary folder hold stays behind. */
    public static TemporaryCopy of(ContainerFolder container, Progress progress) throws IOException {
        return make(goal -> copy(container, goal, progress));
    }

    /** Copies a container's folder likewise, to {@code goal}, where nothing is yet. */
    public static void copy(ContainerFolder container, Path goal, Progress progress) throws IOException {
        Files.walkFileTree(container.root(), new Copy(container, goal, progress));
    }

    private interface Filling {
        void fill(Path goal) throws IOException;
    }

    private static TemporaryCopy make(Filling filling) throws IOException {
        TemporaryCopy copy = new TemporaryCopy(Files.createTempDirectory("ctnr-temporary"));
        try {
            filling.fill(copy.scratch.resolve("container"));
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    public ContainerFolder container() {
        return new ContainerFolder(scratch.resolve("container"));
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(scratch);
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final ContainerFolder from;
        private final Path to;
        private final Progress progress;
        private long copied;

        Copy(ContainerFolder from, Path to, Progress progress) {
            this.from = from;
            this.to = to;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.copy(folder, place(folder), StandardCopyOption.COPY_ATTRIBUTES);
            boolean passing = folder.equals(from.temp())
                    || folder.equals(from.events().getParent())
                    || folder.equals(from.snapshots());
            return passing ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            progress.at("Copying " + file.getFileName(), copied, -1);
            Files.copy(file, place(file), StandardCopyOption.COPY_ATTRIBUTES);
            copied += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            FileTime time = Files.getLastModifiedTime(folder);
            Files.setLastModifiedTime(place(folder), time);
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path path) {
            return to.resolve(from.root().relativize(path));
        }
    }
}
