package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxReport.Finding;

/** Tries what a Wine sandbox needs of its host. */
final class WineProbe {
    private static final String OVERLAY =
            "cd \"$1\" && mount -t overlay -o lowerdir=template,upperdir=upper,workdir=work,userxattr overlay prefix";
    private static final String USER_NAMESPACES = "Allow user namespaces (sysctl -w user.max_user_namespaces=15000,"
            + " kernel.apparmor_restrict_unprivileged_userns=0), or run as root; in Docker: --privileged.";

    private final WineHost host;
    private final TemplateStore templates;
    private final List<Finding> findings = new ArrayList<>();

    WineProbe(WineHost host, TemplateStore templates) {
        this.host = host;
        this.templates = templates;
    }

    SandboxReport report() {
        try {
            Optional<String> version = host.wineVersion();
            wine(version);
            bits32();
            display();
            fonts();
            Namespaces namespaces = Namespaces.of(host);
            containment(namespaces);
            overlay(namespaces);
            template(version);
        } catch (IOException e) {
            findings.add(Finding.missing("host", "The host can't be looked at: " + e.getMessage(), "Try again."));
        }
        names();
        return new SandboxReport("wine", findings);
    }

    private void wine(Optional<String> version) {
        findings.add(version.map(text -> Finding.good("wine", text))
                .orElseGet(() -> Finding.missing(
                        "wine",
                        "Wine is not installed, or does not start.",
                        "apt-get install wine wine64 wine32:i386")));
    }

    private void bits32() {
        boolean there = Stream.of(
                        "/usr/lib/i386-linux-gnu/wine", "/usr/lib/wine/wine", "/opt/wine-stable/lib/wine/i386-unix")
                .anyMatch(place -> Files.exists(Path.of(place)));
        findings.add(
                there
                        ? Finding.good("32-bit", "32-bit installers can run.")
                        : Finding.degraded(
                                "32-bit",
                                "Only 64-bit installers can run, and most installers are 32-bit programs.",
                                "dpkg --add-architecture i386 && apt-get update && apt-get install wine32:i386"));
    }

    private void display() {
        findings.add(host.program("Xvfb")
                .map(place -> Finding.good("display", "Silent installers get a screen of their own (" + place + ")."))
                .orElseGet(() -> Finding.missing("display", "Xvfb is not installed.", "apt-get install xvfb")));
    }

    private void containment(Namespaces namespaces) throws IOException {
        Optional<String> problem = containmentProblem(host, namespaces);
        findings.add(problem.map(why -> Finding.missing(
                        "containment",
                        "Installers can't be locked in: " + why + ".",
                        host.program("bwrap").isPresent() ? USER_NAMESPACES : "apt-get install bubblewrap"))
                .orElseGet(() -> Finding.good("containment", "Installers are locked in by bubblewrap.")));
    }

    private void overlay(Namespaces namespaces) throws IOException {
        Path scratch = Files.createTempDirectory("ctnr-probe");
        try {
            for (String folder : List.of("template", "upper", "work", "prefix")) {
                Files.createDirectory(scratch.resolve(folder));
            }
            WineHost.Answer answer = tryOverlay(host, namespaces, scratch);
            String how = namespaces == Namespaces.ROOT ? "as root" : "in a user namespace";
            findings.add(
                    answer.good()
                            ? Finding.good(
                                    "overlay", "A clean machine is made in milliseconds (overlayfs " + how + ").")
                            : Finding.degraded(
                                    "overlay",
                                    "A clean machine has to be copied, which takes seconds: " + answer.text(),
                                    namespaces.possible()
                                            ? "Put the workspace on ext4, XFS, Btrfs or tmpfs."
                                            : USER_NAMESPACES));
        } finally {
            FileTree.delete(scratch);
        }
    }

    private void template(Optional<String> wine) throws IOException {
        if (wine.isEmpty()) {
            return;
        }
        boolean there = templates.find(templateVersion(wine.get()), "win10").isPresent();
        findings.add(
                there
                        ? Finding.good("template", "The clean machine lies ready in " + templates.folder() + ".")
                        : Finding.degraded(
                                "template",
                                "The clean machine is not made yet; the first capture takes up to a minute longer.",
                                "Capture something."));
    }

    /** What a template depends on. */
    static String templateVersion(String wine) throws IOException {
        return wine + ", fonts " + WineFonts.fingerprint();
    }

    private void fonts() throws IOException {
        findings.add(
                WineFonts.any()
                        ? Finding.good("fonts", "Installers' windows can show text.")
                        : Finding.degraded(
                                "fonts",
                                "There is no font for installers' windows: screenshots show no text.",
                                "apt-get install fonts-wine fonts-dejavu-core"));
    }

    /** File names beyond ASCII can't be opened by a Java that was started without a UTF-8 locale. */
    private void names() {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        findings.add(
                names.equals(StandardCharsets.UTF_8)
                        ? Finding.good("file names", "File names in any script can be captured.")
                        : Finding.degraded(
                                "file names",
                                "File names beyond " + names + " can't be captured in this locale.",
                                "Start with LC_ALL=C.UTF-8."));
    }

    static WineHost.Answer tryOverlay(WineHost host, Namespaces namespaces, Path scratch) throws IOException {
        if (!namespaces.possible()) {
            return new WineHost.Answer(1, "no mount namespaces are allowed");
        }
        return host.ask(
                Stream.concat(namespaces.enter().stream(), Stream.of("sh", "-c", OVERLAY, "sh", scratch.toString()))
                        .toList());
    }

    /** Why installers can't be locked in; empty when they can. */
    static Optional<String> containmentProblem(WineHost host, Namespaces namespaces) throws IOException {
        if (host.program("bwrap").isEmpty()) {
            return Optional.of("bubblewrap is not installed");
        }
        if (!namespaces.possible()) {
            return Optional.of("this host allows no user and mount namespaces");
        }
        List<String> trial = List.of(
                "bwrap",
                "--ro-bind",
                "/",
                "/",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--unshare-user-try",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-uts",
                "true");
        WineHost.Answer answer = host.ask(
                Stream.concat(namespaces.enter().stream(), trial.stream()).toList());
        return answer.good() ? Optional.empty() : Optional.of(answer.text());
    }
}
