package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.SettingList;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** The files of a container. What was removed is gone with saving, so that undoing ends there. */
public final class FilesTab implements EditorTab, Edited {
    private final ContainerFolder folder;
    private final Desk desk;
    private final SettingList rules;
    private final EditHistory history = new EditHistory();
    private final BorderPane pane = new BorderPane();
    private volatile FilesViewModel model;

    public FilesTab(ContainerFolder folder, ConfigModel config, Desk desk) {
        this.folder = folder;
        this.desk = desk;
        this.rules = new SettingList(config, "isolation.filesystem");
        open();
    }

    private void open() {
        pane.setTop(null);
        pane.setCenter(new StackPane(new ProgressIndicator()));
        desk.background()
                .call(() -> FileScan.of(folder))
                .onSuccess(this::show)
                .onError(IOException.class, e -> {
                    pane.setCenter(null);
                    pane.setTop(MessageBar.of(Problem.of(
                            "FILE-READ",
                            Texts.text("files.unreadable", e.getMessage()),
                            new Remedy(Texts.text("editor.again"), this::open))));
                })
                .start();
    }

    private void show(FileNode root) {
        FilesViewModel opened = new FilesViewModel(folder, root, history);
        model = opened;
        pane.setCenter(new FilesView(opened, new FileActions(opened, desk, this::isolate)));
    }

    private void isolate(String path, String mode) {
        rules.items().stream()
                .filter(rule -> rule.setting("path").equalsIgnoreCase(path))
                .findFirst()
                .ifPresentOrElse(
                        rule -> rules.set(rule, "mode", mode), () -> rules.add(Map.of("path", path, "mode", mode)));
        desk.notices().tell(Notice.done(Texts.text("files.isolated", path, mode)));
    }

    @Override
    public String id() {
        return "files";
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public Optional<Edited> edited() {
        return Optional.of(this);
    }

    @Override
    public EditHistory history() {
        return history;
    }

    @Override
    public void save() throws IOException {
        FilesViewModel opened = model;
        if (opened != null) {
            opened.save();
        }
    }

    @Override
    public void saved() {
        history.clear();
    }
}
