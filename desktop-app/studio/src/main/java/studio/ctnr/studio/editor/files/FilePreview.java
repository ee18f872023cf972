package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.control.Facts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.preview.Preview;
import studio.ctnr.wizard.preview.PreviewReader;
import studio.ctnr.wizard.preview.view.PreviewView;

/** The file that is selected: what it holds, how it is isolated, and what can be done with it. */
final class FilePreview extends ScrollPane {
    /** A file of an archive is taken out of it to be shown. */
    private static final long TAKEN_OUT_AT_MOST = 64L << 20;

    private final FilesViewModel model;
    private final FileActions actions;
    private final FileModes modes;
    private final Background background;
    private final VBox box = new VBox();
    private int newest;

    FilePreview(FilesViewModel model, FileActions actions, FileModes modes, Background background) {
        this.model = model;
        this.actions = actions;
        this.modes = modes;
        this.background = background;
        setId("files-preview");
        getStyleClass().addAll("flat", "inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(240);
        box.getStyleClass().add("preview-box");
        setContent(box);
        actions.selectedProperty().subscribe(node -> show(node));
        modes.rulesProperty().subscribe(rules -> show(actions.selectedProperty().get()));
    }

    private void show(FileNode node) {
        int number = ++newest;
        box.getChildren().clear();
        if (node == null) {
            box.getChildren().add(muted(Texts.text("files.select")));
            return;
        }
        Label name = new Label(FilesViewModel.name(node));
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        Label path = new Label(model.shown(node));
        path.getStyleClass().addAll("mono", "small", "muted");
        path.setWrapText(true);
        VBox content = new VBox();
        content.getStyleClass().add("preview-content");
        box.getChildren().addAll(name, path, facts(node), buttons(node), content);
        if (node.kind() == FileNode.Kind.WHITEOUT) {
            content.getChildren().add(muted(Texts.text("files.whiteout.hint")));
        } else if (node.kind() == FileNode.Kind.LINK) {
            readLink(node, content, number);
        } else if (node.kind() == FileNode.Kind.FILE) {
            read(node, content, number);
        }
    }

    private void readLink(FileNode node, VBox content, int number) {
        background
                .<Optional<LinkMarker>>call(() -> LinkMarker.read(model.content(node)))
                .onSuccess(link -> {
                    if (number == newest) {
                        content.getChildren()
                                .setAll(muted(link.map(to -> Texts.text("files.link.to." + to.kind(), to.shown()))
                                        .orElseGet(() -> Texts.text("files.link.damaged"))));
                    }
                })
                .onError(IOException.class, e -> {
                    if (number == newest) {
                        content.getChildren().setAll(PreviewView.of(new Preview.Unreadable(e.getMessage())));
                    }
                })
                .start();
    }

    private void read(FileNode node, VBox content, int number) {
        if (!model.isEditable() && node.size() > TAKEN_OUT_AT_MOST) {
            content.getChildren().add(muted(Texts.text("files.large")));
            return;
        }
        background
                .<Preview>call(() -> PreviewReader.read(model.content(node), node.name()))
                .onSuccess(preview -> {
                    if (number == newest) {
                        content.getChildren().setAll(PreviewView.of(preview));
                    }
                })
                .onError(IOException.class, e -> {
                    if (number == newest) {
                        content.getChildren().setAll(PreviewView.of(new Preview.Unreadable(e.getMessage())));
                    }
                })
                .start();
    }

    private Node facts(FileNode node) {
        Facts facts = new Facts();
        if (node.isFolder()) {
            facts.add(
                    Texts.text("files.holds"),
                    Texts.count("files.entries", node.children().size()));
        } else {
            facts.add(Texts.text("files.column.size"), ByteSize.shown(node.size()));
        }
        node.source().ifPresent(from -> facts.add(Texts.text("files.from"), from.toString(), "mono", "small"));
        Optional<Decision> decision = FilesViewModel.isOwn(node) ? modes.of(model.shown(node)) : Optional.empty();
        decision.ifPresent(told -> {
            facts.add(Texts.text("files.column.mode"), Texts.text("files.mode." + told.mode()));
            told.rule().ifPresent(rule -> facts.add(Texts.text("files.rule"), rule, "mono", "small"));
        });
        return facts;
    }

    private Node buttons(FileNode node) {
        FlowPane row = new FlowPane(6, 6);
        if (node.kind() == FileNode.Kind.FILE) {
            row.getChildren().add(ActionControls.button(actions.open()));
        }
        if (FilesViewModel.isOwn(node) && model.isEditable()) {
            MenuButton isolation = new MenuButton(Texts.text("files.isolation"));
            isolation.setId("files-isolation");
            actions.isolation().forEach(each -> isolation.getItems().add(ActionControls.menuItem(each)));
            row.getChildren().add(isolation);
        }
        return row;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small", "muted");
        label.setWrapText(true);
        return label;
    }
}
