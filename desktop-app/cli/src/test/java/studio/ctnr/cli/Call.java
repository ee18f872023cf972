package studio.ctnr.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of the command line, as a test makes it. */
record Call(int exitCode, String out, String err) {
    static Call of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Ctnr.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int exitCode = line.execute(words);
        line.getOut().flush();
        line.getErr().flush();
        return new Call(exitCode, out.toString(), err.toString());
    }

    /** The answer to {@code --json}. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
