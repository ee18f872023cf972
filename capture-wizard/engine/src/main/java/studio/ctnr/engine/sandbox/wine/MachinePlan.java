package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a machine is to be.
 *
 * @param layout its folders
 * @param namespaces how its place is made
 * @param contained whether bubblewrap locks it in
 * @param overlay whether its prefix is a layer over {@code template}; otherwise it is a plain folder
 * @param network whether it shares the host's network
 * @param wine the program
 */
record MachinePlan(
        MachineLayout layout,
        Namespaces namespaces,
        boolean contained,
        boolean overlay,
        boolean network,
        DisplayPlan display,
        Path wine) {

    Map<String, String> environment() {
        return WineEnvironment.of(layout, display, wine, contained);
    }

    /** The command that is the machine; copies the scripts that it needs to the scratch folder. */
    List<String> command() throws IOException {
        Path machine = script("machine.sh", layout.scratch());
        script("agent.sh", layout.exchange());
        List<String> command = new ArrayList<>(namespaces.enter());
        command.addAll(List.of("sh", machine.toString(), layout.scratch().toString()));
        command.add(overlay ? "overlay" : "plain");
        command.add(namespaces.possible() ? "shared" : "alone");
        if (contained) {
            command.addAll(Containment.command(layout, network, display, environment(), wine));
        }
        command.addAll(List.of("sh", layout.unixName("exchange/agent.sh")));
        return command;
    }

    static Path script(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream text = MachinePlan.class.getResourceAsStream(name)) {
            Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
