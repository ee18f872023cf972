package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.InstallStep.SideFiles;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxException.Code;

/** The drives on which a machine sees the installers' folders, like discs: from D on, and read-only. */
final class Media {
    /** The recipe of the template says of the same letters that they are discs. */
    private static final String LETTERS = "defghijklmnop";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final WineHost host;
    private final Machine machine;
    private final Map<Map.Entry<Path, SideFiles>, Character> drives = new HashMap<>();

    Media(WineHost host, Machine machine) {
        this.host = host;
        this.machine = machine;
    }

    /** What the step's installer is called inside, once its folder is there. */
    WindowsPath show(InstallStep step) throws SandboxException, IOException {
        Path installer = step.installer();
        if (!Files.isRegularFile(installer)) {
            throw badStep("The installer " + installer + " is not there or is no file.", "Check its path.");
        }
        Path real = installer.toRealPath();
        String name = real.getFileName().toString();
        if (WindowsNames.problem(name).isPresent()) {
            throw badStep(
                    "Windows can't have a file of the name %s: it %s."
                            .formatted(name, WindowsNames.problem(name).get()),
                    "Rename it.");
        }
        Path shown = step.sideFiles() == SideFiles.WHOLE_FOLDER ? real.getParent() : real;
        Map.Entry<Path, SideFiles> wanted = Map.entry(shown, step.sideFiles());
        Character letter = drives.get(wanted);
        if (letter == null) {
            letter = add(shown, step.sideFiles());
            drives.put(wanted, letter);
        }
        return WindowsPath.of(letter + ":\\" + name);
    }

    private char add(Path shown, SideFiles sideFiles) throws SandboxException, IOException {
        if (drives.size() == LETTERS.length()) {
            throw badStep(
                    "The steps have installers in more than " + LETTERS.length() + " folders.",
                    "Put them into fewer folders.");
        }
        char letter = LETTERS.charAt(drives.size());
        MachineLayout layout = machine.layout();
        String inside = layout.unixName("media/" + letter);
        if (machine.plan().namespaces().possible()) {
            mount(shown, letter, sideFiles == SideFiles.WHOLE_FOLDER ? "whole" : "single");
        } else if (sideFiles == SideFiles.WHOLE_FOLDER) {
            inside = shown.toString();
        } else {
            Path folder = Files.createDirectories(layout.scratch().resolve("media/" + letter));
            Files.copy(shown, folder.resolve(shown.getFileName()));
        }
        String link = layout.unixName("prefix/dosdevices/" + letter + ":");
        machine.run(
                "Giving the drive " + Character.toString(letter).toUpperCase(Locale.ROOT) + ":",
                ShellWords.join(List.of("ln", "-sfn", inside, link)),
                LIMIT);
        return letter;
    }

    private void mount(Path shown, char letter, String how) throws SandboxException, IOException {
        Path scratch = machine.layout().scratch();
        List<String> command = new ArrayList<>(machine.plan().namespaces().join(machine.processId()));
        command.addAll(
                List.of("sh", MachinePlan.script("mount-media.sh", scratch).toString()));
        command.addAll(List.of(scratch.toString(), Character.toString(letter), how, shown.toString()));
        WineHost.Answer answer = host.ask(command);
        if (!answer.good()) {
            throw badStep(
                    shown + " can't be shown to the machine: " + answer.text(),
                    "Copy the installer to an ordinary folder and give that.");
        }
    }

    private static SandboxException badStep(String message, String remedy) {
        return new SandboxException(Code.BAD_STEP, message, remedy);
    }
}
