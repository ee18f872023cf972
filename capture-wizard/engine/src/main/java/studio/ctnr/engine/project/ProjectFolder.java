package studio.ctnr.engine.project;

import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.WindowsPath;

/** Where the parts of a capture project lie. */
record ProjectFolder(Path root) {
    /** What an engineer may have put there before the capture, or the wizard, or a version control system. */
    static final List<String> BEFORE_CAPTURE = List.of(
            "verdicts.yml",
            "amendments.yml",
            "icons",
            "rules",
            "logs",
            "screenshots",
            "wizard.json",
            ".git",
            ".gitignore",
            ".gitattributes",
            ".capture",
            ".lock");

    /** What a capture puts there, all of it before the description. */
    static final List<String> OF_CAPTURE = List.of("changes", "content", "before");

    Path description() {
        return root.resolve("project.yml");
    }

    Path changes() {
        return root.resolve("changes");
    }

    Path content() {
        return root.resolve("content");
    }

    Path before() {
        return root.resolve("before");
    }

    Path verdicts() {
        return root.resolve("verdicts.yml");
    }

    Path amendments() {
        return root.resolve("amendments.yml");
    }

    Path icons() {
        return root.resolve("icons");
    }

    Path rules() {
        return root.resolve("rules");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path screenshots() {
        return root.resolve("screenshots");
    }

    /** Exists only while a capture is under way, or after one was killed. */
    Path workspace() {
        return root.resolve(".capture");
    }

    Path lock() {
        return root.resolve(".lock");
    }

    static Path files(Path changes) {
        return changes.resolve("files.jsonl");
    }

    static Path registry(Path changes) {
        return changes.resolve("registry.jsonl");
    }

    static Path processes(Path changes) {
        return changes.resolve("processes.jsonl");
    }

    /** {@code C:\A\b.txt} below {@code content} (or {@code before}) as {@code C/A/b.txt}. */
    static Path content(Path content, WindowsPath file) {
        Path path = content.resolve(String.valueOf(file.drive()));
        for (String name : file.names()) {
            path = path.resolve(name);
        }
        return path;
    }
}
