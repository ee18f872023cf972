package studio.ctnr.studio.editor.files;

import java.io.File;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.editor.Focus;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.Language;

/** The files of a container as a tree; files are dropped into the folder under the pointer. */
final class FilesView extends BorderPane {
    private final FilesViewModel model;
    private final FileActions actions;
    private final FileModes modes;
    private final TreeTableView<FileNode> tree = new TreeTableView<>();
    private final DateTimeFormatter date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Language.spoken().locale())
            .withZone(ZoneId.systemDefault());

    FilesView(FilesViewModel model, FileActions actions, FileModes modes, FilePreview preview) {
        this.model = model;
        this.actions = actions;
        this.modes = modes;
        FileItem top = new FileItem(model.root());
        model.onChange(top::refresh);
        top.getChildren().forEach(child -> child.setExpanded(true));
        tree.setRoot(top);
        tree.setShowRoot(false);
        tree.setId("files-tree");
        tree.setAccessibleText(Texts.text("files.tree"));
        tree.getStyleClass().add("dense");
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.getColumns().add(names());
        tree.getColumns().add(column("size", 100, each -> each.isFolder() ? "" : ByteSize.shown(each.size()), true));
        tree.getColumns().add(column("modified", 170, this::modified, false));
        tree.getColumns().add(modes());
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> actions.selectedProperty().set(item == null ? null : item.getValue()));
        tree.setRowFactory(each -> new Row());
        List<Action> menu = new ArrayList<>(Arrays.asList(
                actions.open(),
                actions.copyPath(),
                null,
                actions.add(),
                actions.newFolder(),
                actions.rename(),
                actions.remove(),
                null));
        menu.addAll(actions.isolation());
        tree.setContextMenu(ActionControls.contextMenu(menu.toArray(Action[]::new)));
        modes.rulesProperty().subscribe(rules -> tree.refresh());
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setTop(bar());
        SplitPane panes = new SplitPane(tree, preview);
        panes.setDividerPositions(0.68);
        SplitPane.setResizableWithParent(preview, false);
        setCenter(panes);
        getStylesheets()
                .add(Objects.requireNonNull(FilesView.class.getResource("files.css"))
                        .toExternalForm());
        getStyleClass().add("files");
    }

    /** For who came by keyboard: the first row is selected where none was. */
    void focusTree() {
        if (tree.getSelectionModel().isEmpty()) {
            tree.getSelectionModel().selectFirst();
        }
        Focus.on(tree);
    }

    private HBox bar() {
        Label hint = new Label(model.isEditable() ? Texts.text("files.hint") : "");
        hint.getStyleClass().addAll("small", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar =
                new HBox(hint, space, ActionControls.button(actions.add()), ActionControls.button(actions.newFolder()));
        bar.getStyleClass().add("tab-bar");
        return bar;
    }

    private TreeTableColumn<FileNode, FileNode> names() {
        TreeTableColumn<FileNode, FileNode> column = new TreeTableColumn<>(Texts.text("files.column.name"));
        column.setPrefWidth(380);
        column.setSortable(false);
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(each -> new NameCell());
        return column;
    }

    /** How a place is isolated; what a rule of its own says stands out. */
    private TreeTableColumn<FileNode, FileNode> modes() {
        TreeTableColumn<FileNode, FileNode> column = new TreeTableColumn<>(Texts.text("files.column.mode"));
        column.setPrefWidth(110);
        column.setMinWidth(96);
        column.setSortable(false);
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(each -> new ModeCell());
        return column;
    }

    private static TreeTableColumn<FileNode, String> column(
            String id, double width, Function<FileNode, String> text, boolean right) {
        TreeTableColumn<FileNode, String> column = new TreeTableColumn<>(Texts.text("files.column." + id));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        if (right) {
            column.setStyle("-fx-alignment: center-right;");
        }
        return column;
    }

    private String modified(FileNode node) {
        return node.isFolder() ? "" : date.format(node.modified());
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case F2 -> actions.rename().perform();
            case DELETE -> actions.remove().perform();
            case ENTER -> actions.open().perform();
            case INSERT -> actions.add().perform();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private final class ModeCell extends TreeTableCell<FileNode, FileNode> {
        @Override
        protected void updateItem(FileNode node, boolean empty) {
            super.updateItem(node, empty);
            getStyleClass().removeAll("muted", "strong");
            boolean placed = !empty && node != null && FilesViewModel.isOwn(node);
            String path = placed ? model.shown(node) : "";
            setText(modes.of(path)
                    .filter(told -> placed)
                    .map(told -> Texts.text("files.mode." + told.mode()))
                    .orElse(null));
            if (placed) {
                getStyleClass().add(modes.isOwn(path, node.isFolder()) ? "strong" : "muted");
            }
        }
    }

    private static final class NameCell extends TreeTableCell<FileNode, FileNode> {
        private final FontIcon icon = new FontIcon();

        @Override
        protected void updateItem(FileNode node, boolean empty) {
            super.updateItem(node, empty);
            getStyleClass().removeAll("danger", "success");
            if (empty || node == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            icon.setIconCode(
                    switch (node.kind()) {
                        case FOLDER -> BootstrapIcons.FOLDER;
                        case FILE -> BootstrapIcons.FILE_EARMARK;
                        case WHITEOUT -> BootstrapIcons.FILE_EARMARK_X;
                        case LINK -> BootstrapIcons.LINK_45DEG;
                    });
            setAlignment(Pos.CENTER_LEFT);
            setGraphic(icon);
            boolean whiteout = node.kind() == FileNode.Kind.WHITEOUT;
            setText(
                    switch (node.kind()) {
                        case WHITEOUT -> Texts.text("files.whiteout", FilesViewModel.name(node));
                        case LINK -> Texts.text("files.link", FilesViewModel.name(node));
                        case FILE, FOLDER -> node.name();
                    });
            if (whiteout) {
                getStyleClass().add("danger");
            } else if (node.source().isPresent()) {
                getStyleClass().add("success");
            }
        }
    }

    private final class Row extends TreeTableRow<FileNode> {
        private Row() {
            setOnDragOver(this::over);
            setOnDragDropped(this::dropped);
        }

        private void over(DragEvent drag) {
            if (model.isEditable() && getItem() != null && drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        }

        private void dropped(DragEvent drag) {
            TreeItem<FileNode> item = getTreeItem();
            if (model.isEditable() && item != null && drag.getDragboard().hasFiles()) {
                actions.add(
                        item.getValue(),
                        drag.getDragboard().getFiles().stream()
                                .map(File::toPath)
                                .toList());
                drag.setDropCompleted(true);
                drag.consume();
            }
        }
    }
}
