package studio.ctnr.studio.editor.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.control.TreeItem;
import studio.ctnr.container.KeyPath;

/** A key in the tree; its subkeys are made when somebody asks for them. */
final class KeyItem extends TreeItem<KeyPath> {
    private final ContainerRegistry registry;
    private boolean built;

    KeyItem(ContainerRegistry registry, KeyPath path) {
        super(path);
        this.registry = registry;
    }

    @Override
    public boolean isLeaf() {
        return registry.find(getValue()).map(key -> key.children().isEmpty()).orElse(true);
    }

    @Override
    public ObservableList<TreeItem<KeyPath>> getChildren() {
        if (!built) {
            built = true;
            super.getChildren().setAll(items(Map.of()));
        }
        return super.getChildren();
    }

    /** Brings the subkeys up to date; what stays, stays open. */
    void refresh() {
        if (built) {
            Map<KeyPath, TreeItem<KeyPath>> known = new TreeMap<>();
            super.getChildren().forEach(child -> known.put(child.getValue(), child));
            super.getChildren().setAll(items(known));
            super.getChildren().forEach(child -> ((KeyItem) child).refresh());
        }
        Event.fireEvent(this, new TreeModificationEvent<>(valueChangedEvent(), this));
    }

    private List<TreeItem<KeyPath>> items(Map<KeyPath, TreeItem<KeyPath>> known) {
        List<TreeItem<KeyPath>> items = new ArrayList<>();
        registry.find(getValue())
                .ifPresent(key -> key.children().forEach(child -> {
                    KeyPath path = getValue().resolve(child.name());
                    TreeItem<KeyPath> old = known.get(path);
                    boolean same = old != null && old.getValue().name().equals(child.name());
                    items.add(same ? old : new KeyItem(registry, path));
                }));
        return items;
    }

    /** The item of a key at or below this one, its ancestors opened; empty when there is no such key. */
    Optional<KeyItem> reveal(KeyPath path) {
        KeyItem at = this;
        while (!at.getValue().equals(path)) {
            Optional<KeyItem> next = at.child(path);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at.setExpanded(true);
            at = next.get();
        }
        return Optional.of(at);
    }

    /** The item of a key, when it was made already. */
    Optional<KeyItem> known(KeyPath path) {
        KeyItem at = this;
        while (at.built && !at.getValue().equals(path)) {
            Optional<KeyItem> next = at.child(path);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return at.getValue().equals(path) ? Optional.of(at) : Optional.empty();
    }

    private Optional<KeyItem> child(KeyPath path) {
        return getChildren().stream()
                .map(KeyItem.class::cast)
                .filter(child -> path.startsWith(child.getValue()))
                .findFirst();
    }
}
