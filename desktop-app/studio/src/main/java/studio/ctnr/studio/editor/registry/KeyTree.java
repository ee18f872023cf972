package studio.ctnr.studio.editor.registry;

import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import studio.ctnr.container.KeyPath;
import studio.ctnr.studio.text.Texts;

/** The keys of both hives; what is selected here is what the view-model shows, and the other way round. */
final class KeyTree extends TreeView<KeyPath> {
    private final RegistryViewModel model;

    KeyTree(RegistryViewModel model, RegistryComparison comparison) {
        this.model = model;
        setId("registry-keys");
        setAccessibleText(Texts.text("registry.keys"));
        getStyleClass().addAll("keys", "dense");
        setShowRoot(false);
        setCellFactory(tree -> new KeyCell(model, comparison));
        getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        TreeItem<KeyPath> top = new TreeItem<>();
        model.registry().hives().forEach(hive -> {
            KeyItem item = new KeyItem(model.registry(), hive.place());
            item.setExpanded(true);
            top.getChildren().add(item);
        });
        setRoot(top);
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !item.getValue().equals(model.keyProperty().get())) {
                model.show(item.getValue());
            }
        });
        model.keyProperty().subscribe(this::select);
        model.onChange(this::refresh);
        comparison.differencesProperty().subscribe(found -> super.refresh());
    }

    private void select(KeyPath path) {
        TreeItem<KeyPath> selected = getSelectionModel().getSelectedItem();
        if (selected != null
                && selected.getValue().equals(path)
                && selected.getValue().name().equals(path.name())) {
            return;
        }
        hive(path).reveal(path).ifPresent(item -> {
            getSelectionModel().select(item);
            int row = getRow(item);
            if (row >= 0) {
                scrollTo(Math.max(0, row - 3));
            }
        });
    }

    private void refresh(KeyPath where) {
        // a key that was renamed or removed shows at its parent
        KeyPath at = model.registry().isRoot(where) ? where : where.parent();
        hive(at).known(at).ifPresent(KeyItem::refresh);
    }

    private KeyItem hive(KeyPath path) {
        return (KeyItem) getRoot().getChildren().stream()
                .filter(item -> path.startsWith(item.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
