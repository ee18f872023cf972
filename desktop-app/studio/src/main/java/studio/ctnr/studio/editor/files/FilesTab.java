package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.Opening;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;

/** The files of a container. What was removed is gone with saving, so that undoing ends there. */
public final class FilesTab implements EditorTab, Edited {
    private final Optional<ContainerFolder> folder;
    private final FileSource source;
    private final Desk desk;
    private final FileModes modes;
    private final EditHistory history = new EditHistory();
    private final Opening<FileNode> opening;
    private volatile FilesViewModel model;
    private FilesView view;

    /** The files of a container's folder. */
    public FilesTab(ContainerFolder folder, ConfigModel config, Desk desk) {
        this(Optional.of(folder), FileSource.of(folder), config, desk);
    }

    /** Files that are only shown. */
    public static FilesTab shown(FileSource source, ConfigModel config, Desk desk) {
        return new FilesTab(Optional.empty(), source, config, desk);
    }

    private FilesTab(Optional<ContainerFolder> folder, FileSource source, ConfigModel config, Desk desk) {
        this.folder = folder;
        this.source = source;
        this.desk = desk;
        modes = new FileModes(config);
        opening = new Opening<>(
                desk.background(),
                source::scan,
                e -> Problem.of("FILE-READ", Texts.text("files.unreadable", e.getMessage())),
                this::view);
    }

    private FilesView view(FileNode root) {
        model = folder.map(each -> new FilesViewModel(each, root, history))
                .orElseGet(() -> FilesViewModel.shown(source, root));
        FileActions actions = new FileActions(model, modes, desk);
        view = new FilesView(model, actions, modes, new FilePreview(model, actions, modes, desk.background()));
        return view;
    }

    @Override
    public String id() {
        return "files";
    }

    @Override
    public Node view() {
        return opening.node();
    }

    @Override
    public void focus() {
        opening.whenOpen(root -> view.focusTree());
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

    @Override
    public void keep(Path drafts) throws IOException {
        FilesViewModel opened = model;
        if (opened != null) {
            FileDraft.write(drafts, opened.changes());
        }
    }

    @Override
    public Optional<Runnable> draft(Path drafts) throws IOException {
        List<FileDraft.Step> kept = FileDraft.read(drafts);
        return kept.isEmpty() ? Optional.empty() : Optional.of(() -> opening.whenOpen(root -> takeUp(kept)));
    }

    private void takeUp(List<FileDraft.Step> kept) {
        int lost = model.takeUp(kept);
        if (lost > 0) {
            desk.notices().tell(Problem.of("FILE-DRAFT", Texts.count("files.draft.lost", lost)));
        }
    }
}
