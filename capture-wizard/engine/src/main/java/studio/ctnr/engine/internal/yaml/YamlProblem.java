package studio.ctnr.engine.internal.yaml;

import java.io.IOException;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Something in a YAML file is wrong; the message starts with file, line and column. */
public final class YamlProblem extends IOException {
    private static final long serialVersionUID = 1L;

    YamlProblem(String file, Optional<Mark> mark, String problem, Throwable cause) {
        super(
                mark.map(at -> "%s:%d:%d: %s".formatted(file, at.getLine() + 1, at.getColumn() + 1, problem))
                        .orElse(file + ": " + problem),
                cause);
    }
}
