package studio.ctnr.container.config;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A config.yml can't be used; every error in it is told, one a line. */
public final class InvalidConfigException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient List<ConfigProblem> problems;

    InvalidConfigException(String file, List<ConfigProblem> problems) {
        super(problems.stream()
                .filter(ConfigProblem::isError)
                .map(problem -> problem.in(file))
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Errors and warnings, in the order of their places in the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
