package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.container.view.FileRules;
import studio.ctnr.container.view.ViewedMachine;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.SettingList;

/** How places are isolated by the rules of config.yml as they are edited now; setting a mode writes a rule there. */
final class FileModes {
    private final ConfigModel config;
    private final SettingList rules;
    private final ReadOnlyObjectWrapper<Optional<FileRules>> known = new ReadOnlyObjectWrapper<>(Optional.empty());

    FileModes(ConfigModel config) {
        this.config = config;
        rules = new SettingList(config, "isolation.filesystem");
        config.documentProperty().subscribe(document -> known.set(document.flatMap(FileModes::read)));
    }

    /** The rules; empty while config.yml can't be understood. */
    ReadOnlyObjectProperty<Optional<FileRules>> rulesProperty() {
        return known.getReadOnlyProperty();
    }

    /** @param path whole, as the application says it */
    Optional<Decision> of(String path) {
        return known.get().map(each -> each.decide(path));
    }

    /** Whether there is a rule for this very place. */
    boolean isOwn(String path, boolean folder) {
        return own(pattern(path, folder)).isPresent();
    }

    /** Writes a rule for a place, in the place of the one that it has. */
    void set(String path, boolean folder, Mode mode) {
        String pattern = pattern(path, folder);
        String word = mode.name().toLowerCase(Locale.ROOT);
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("path", pattern);
        rule.put("mode", word);
        own(pattern).ifPresentOrElse(known -> rules.set(known, "mode", word), () -> rules.add(rule));
    }

    /** Removes the rule for a place: what lies above it decides again. */
    void clear(String path, boolean folder) {
        own(pattern(path, folder)).ifPresent(rules::remove);
    }

    /** What takes the newest change of config.yml back, as long as it is the newest. */
    Runnable undo() {
        String after = config.textProperty().get();
        return () -> {
            if (config.textProperty().get().equals(after)) {
                config.history().undo();
            }
        };
    }

    private Optional<SettingList.Item> own(String pattern) {
        return rules.items().stream()
                .filter(rule ->
                        ViewedMachine.usual().expand(rule.setting("path")).equalsIgnoreCase(pattern))
                .findFirst();
    }

    private static String pattern(String path, boolean folder) {
        return path + (folder ? "\\**" : "");
    }

    private static Optional<FileRules> read(ConfigDocument document) {
        try {
            return Optional.of(FileRules.of(document.config("config.yml").isolation(), ViewedMachine.usual()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
