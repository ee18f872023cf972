package studio.ctnr.engine.internal.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a small YAML file that may come from anywhere. */
public final class YamlFile {
    private static final int LARGEST = 4 << 20;

    private YamlFile() {}

    /** The file's top mapping; empty when the file holds nothing but comments. */
    public static Optional<YamlSection> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    /** @param name what complaints call the file */
    public static Optional<YamlSection> read(String name, InputStream in) throws IOException {
        return parse(name, text(name, in));
    }

    /** The file's text, when it is small enough and UTF-8. */
    public static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return text(file.toString(), in);
        }
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new YamlProblem(name, Optional.empty(), "it is larger than 4 MiB; split it", null);
        }
        return decode(name, bytes);
    }

    /** @param name what complaints call the text */
    public static Optional<YamlSection> parse(String name, String text) throws YamlProblem {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> node =
                    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
            return node.isEmpty() ? Optional.empty() : Optional.of(new YamlSection(name, node.get(), "the file"));
        } catch (MarkedYamlEngineException wrong) {
            throw new YamlProblem(
                    name,
                    wrong.getProblemMark(),
                    wrong.getProblem()
                            + "; check quotes and indentation (a pattern with % or \\ goes in 'single quotes')",
                    wrong);
        } catch (YamlEngineException wrong) {
            throw new YamlProblem(name, Optional.empty(), wrong.getMessage(), wrong);
        } catch (StackOverflowError deep) {
            throw new YamlProblem(name, Optional.empty(), "it nests too deeply", deep);
        }
    }

    private static String decode(String name, byte[] bytes) throws YamlProblem {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new YamlProblem(name, Optional.empty(), "it is not UTF-8; save it as UTF-8", wrong);
        }
    }
}
