package studio.ctnr.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ctnr completion}: lets the shell complete commands, options and file names. */
@Command(
        name = "completion",
        description = "Writes a script that lets your shell complete ctnr's commands and options.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For this session:  source <(ctnr completion bash)",
            "For good, bash:    ctnr completion bash > ~/.local/share/bash-completion/completions/ctnr",
            "For good, zsh:     echo 'source <(ctnr completion zsh)' >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells there is a script for. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", description = "One of: bash, zsh.")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("ctnr", spec.root().commandLine());
        // zsh runs bash's script, once its own completion and the bridge to bash's are loaded
        String start = shell == Shell.ZSH
                ? "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"
                : "";
        spec.commandLine().getOut().print(start + script);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
