package studio.ctnr.container.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigProblem.Severity;
import studio.ctnr.container.yaml.Lines;
import studio.ctnr.container.yaml.YamlEditException;
import studio.ctnr.container.yaml.YamlException;
import studio.ctnr.container.yaml.YamlNode;
import studio.ctnr.container.yaml.YamlPath;
import studio.ctnr.container.yaml.YamlText;

/**
 * The text of a config.yml, read, checked and edited. An edit changes the lines that it means to change; comments,
 * order, quoting, line ends and unknown keys survive it byte for byte. Immutable: an edit gives a new document.
 *
 * <p>Paths are keys by dots and list indexes in brackets: {@code entrypoints[0].name}. Values are String, Boolean,
 * Number, null, List, and Map with String keys.
 */
public final class ConfigDocument {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String mark;
    private final YamlText yaml;

    private ConfigDocument(String mark, YamlText yaml) {
        this.mark = mark;
        this.yaml = yaml;
    }

    /** A new, well ordered and commented file that says what {@code config} says; equal ones give equal texts. */
    public static ConfigDocument create(ContainerConfig config) {
        return new ConfigDocument("", YamlText.parse(ConfigTemplate.write(config), new ConfigKeys()));
    }

    /**
     * Reads a file; what its values are is not looked at yet.
     *
     * @throws InvalidConfigException when it is no YAML in UTF-8, saying where
     * @throws IOException when it can't be read
     */
    public static ConfigDocument read(Path file) throws IOException {
        return parse(SourceText.read(file), file.toString());
    }

    /**
     * Reads a text.
     *
     * @param name what errors call it
     */
    public static ConfigDocument parse(String text, String name) throws InvalidConfigException {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String unmarked = text.substring(mark.length());
        try {
            return new ConfigDocument(mark, YamlText.parse(unmarked, new ConfigKeys()));
        } catch (YamlException e) {
            int line = Lines.number(unmarked, e.offset());
            int column = Lines.column(unmarked, e.offset());
            throw new InvalidConfigException(
                    name, List.of(ConfigProblem.of(Severity.ERROR, line, column, "", e.getMessage())));
        }
    }

    /** The whole file. */
    public String text() {
        return mark + yaml.text();
    }

    /** Every error and warning, in the order of their places; empty when all is well. */
    public List<ConfigProblem> problems() {
        return ConfigCheck.of(yaml);
    }

    /** Likewise, with a look into the container that the file belongs to: is there what it names? */
    public List<ConfigProblem> problems(ContainerFolder folder) throws IOException {
        return ConfigCheck.of(yaml, folder);
    }

    /**
     * What the document says.
     *
     * @param name what errors call it
     * @throws InvalidConfigException when there are errors in it, naming all of them
     */
    public ContainerConfig config(String name) throws InvalidConfigException {
        List<ConfigProblem> problems = problems();
        if (problems.stream().anyMatch(ConfigProblem::isError)) {
            throw new InvalidConfigException(name, problems);
        }
        return ConfigReader.read(yaml.root().value());
    }

    /** Reads and checks a file in one go; see {@link #read} and {@link #config}. */
    public static ContainerConfig load(Path file) throws IOException {
        return read(file).config(file.toString());
    }

    /** Whether there is a value at {@code path}, be it null. */
    public boolean has(String path) {
        return yaml.find(YamlPath.of(path)).isPresent();
    }

    /** The value at {@code path} as it is written, unchecked; empty when there is none or it is null. */
    public Optional<Object> get(String path) {
        return yaml.find(YamlPath.of(path)).map(YamlNode::value);
    }

    /** Everything that is written in the file, unchecked: as a rule a Map. */
    public Object values() {
        return yaml.root().value();
    }

    /**
     * The document with {@code value} at {@code path}; what is missing on the way there is made.
     *
     * @throws IllegalArgumentException when the path can't be read, or the edit can't be made
     */
    public ConfigDocument set(String path, Object value) {
        return edit(text -> text.set(YamlPath.of(path), value));
    }

    /** The document with one more item in the list at {@code path}, which is made if it is missing. */
    public ConfigDocument add(String path, Object item) {
        return edit(text -> text.add(YamlPath.of(path), item));
    }

    /** The document without what is at {@code path}. */
    public ConfigDocument remove(String path) {
        return edit(text -> text.remove(YamlPath.of(path)));
    }

    private ConfigDocument edit(UnaryOperator<YamlText> change) {
        try {
            return new ConfigDocument(mark, change.apply(yaml));
        } catch (YamlEditException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Writes the file in one step: whoever reads it meanwhile finds what was there before, or all of this. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, text().getBytes(StandardCharsets.UTF_8));
    }
}
