package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written beside a template once it is whole, and holds as long as nobody touches it.
 *
 * @param wine the version of Wine that made it
 * @param recipe the version of what was done to it
 * @param contents what it holds
 * @param machine what Windows is, by its own registry
 */
record TemplateMark(String wine, int recipe, Contents contents, Machine machine) {
    private static final String FILE = "template.json";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What a prefix holds.
     *
     * @param files how many files and folders
     * @param bytes their size in all
     * @param fingerprint SHA-256 of their names, sizes and times
     */
    record Contents(long files, long bytes, String fingerprint) {}

    /** {@link CaptureMachine} in a form for JSON. */
    record Machine(
            String windowsVersion, String userName, String userSid, String computerName, String profile, String temp) {
        static Machine of(CaptureMachine machine) {
            return new Machine(
                    machine.windowsVersion(),
                    machine.userName(),
                    machine.userSid(),
                    machine.computerName(),
                    machine.profile().toString(),
                    machine.temp().toString());
        }

        CaptureMachine value() {
            return new CaptureMachine(
                    "wine",
                    windowsVersion,
                    userName,
                    userSid,
                    computerName,
                    WindowsPath.of(profile),
                    WindowsPath.of(temp));
        }
    }

    /** Looks at a prefix as it is now. */
    private static Contents contents(Path prefix) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        long[] bytes = {0};
        Files.walkFileTree(prefix, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                lines.add(prefix.relativize(folder) + "/");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                lines.add(prefix.relativize(file) + "\0" + attributes.size() + "\0"
                        + attributes.lastModifiedTime().toMillis());
                return FileVisitResult.CONTINUE;
            }
        });
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return new Contents(lines.size(), bytes[0], HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The template in {@code folder}, when it is whole and is what these versions make. */
    static Optional<WineTemplate> read(Path folder, String wine, int recipe) throws IOException {
        Path prefix = folder.resolve("prefix");
        try {
            TemplateMark mark = JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), TemplateMark.class);
            boolean holds = wine.equals(mark.wine)
                    && recipe == mark.recipe
                    && contents(prefix).equals(mark.contents);
            return holds ? Optional.of(new WineTemplate(prefix, mark.machine.value())) : Optional.empty();
        } catch (NoSuchFileException | JacksonException | IllegalArgumentException | NullPointerException e) {
            // whatever is wrong with a mark: what it marks is not used
            return Optional.empty();
        }
    }

    /** Marks the template in {@code folder} as whole. */
    static void write(Path folder, String wine, int recipe) throws IOException {
        Path prefix = folder.resolve("prefix");
        CaptureMachine machine = WineTemplate.of(prefix).machine();
        TemplateMark mark = new TemplateMark(wine, recipe, contents(prefix), Machine.of(machine));
        Files.write(folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(mark));
    }
}
