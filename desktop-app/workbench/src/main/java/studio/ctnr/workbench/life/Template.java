package studio.ctnr.workbench.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.config.ConfigDocument;

/**
 * What a kind of application needs: a config.yml whose comments say why, and folders. They lie in
 * {@code assets/templates}.
 *
 * @param name such as {@code browser}
 * @param title for people, in English
 * @param description what it is for, in a sentence, in English
 */
public record Template(String name, String title, String description) {
    private static final List<String> NAMES = List.of("application", "browser", "java", "electron");

    /** All of them, the plainest first. */
    public static List<Template> all() {
        return NAMES.stream().map(Template::read).toList();
    }

    public static Optional<Template> find(String name) {
        return all().stream().filter(template -> template.name.equals(name)).findFirst();
    }

    private static Template read(String name) {
        try {
            ConfigDocument config = config(name);
            return new Template(
                    name,
                    config.get("name").orElseThrow().toString(),
                    config.get("description").orElseThrow().toString());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Its config.yml, with the template's own id, name and description in it. */
    ConfigDocument config() throws IOException {
        return config(name);
    }

    private static ConfigDocument config(String name) throws IOException {
        return ConfigDocument.parse(text(name + "/config.yml"), name + "/config.yml");
    }

    /** Folders that the application expects, as paths in the container. */
    List<String> folders() throws IOException {
        return Stream.of(text(name + "/folders").split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream("templates/" + file)) {
            if (in == null) {
                throw new IOException("The program holds no template " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
