package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells somebody who called a command wrongly what was wrong, what was probably meant, and where to read on. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("ctnr: " + sentence(wrong)));
        String name = command.getCommandSpec().qualifiedName();
        err.println("'" + name + " --help' tells how " + name + " is used.");
        return ExitCode.WRONG_USE;
    }

    private static String sentence(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return wrong.getMessage();
        }
        String first = unmatched.getUnmatched().getFirst();
        boolean option = first.startsWith("-");
        boolean group = !wrong.getCommandLine().getSubcommands().isEmpty();
        String what =
                option ? "there is no option " : group ? "there is no command " : "this is one argument too many: ";
        return what + first + meant(unmatched.getSuggestions());
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : suggestions.stream().limit(3).collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }
}
