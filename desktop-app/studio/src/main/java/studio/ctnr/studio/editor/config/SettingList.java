package studio.ctnr.studio.editor.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.text.Texts;

/** A list of maps in config.yml, item by item; what is changed here changes the lines of that item. */
public final class SettingList {
    private final ConfigModel model;
    private final String path;
    private final ObservableList<Item> items = FXCollections.observableArrayList();

    /**
     * One item.
     *
     * @param index its place in the list
     * @param settings as they are written; empty for something that is no map
     */
    public record Item(int index, Map<String, Object> settings) {
        /** A setting as text; empty when it is not there. */
        public String setting(String key) {
            Object value = settings.get(key);
            return value == null ? "" : value.toString();
        }

        public boolean flag(String key) {
            return Boolean.TRUE.equals(settings.get(key));
        }
    }

    public SettingList(ConfigModel model, String path) {
        this.model = model;
        this.path = path;
        model.documentProperty().subscribe(known -> follow());
    }

    public ObservableList<Item> items() {
        return items;
    }

    boolean isEditable() {
        return model.isEditable();
    }

    /** What the list is called in texts, such as {@code isolation.filesystem}. */
    public String path() {
        return path;
    }

    /** Changes one setting of an item; an empty text removes it. */
    public void set(Item item, String key, Object value) {
        model.set(path + "[" + item.index + "]." + key, value);
    }

    /** Adds an item at the end. */
    public void add(Map<String, Object> settings) {
        model.edit(Texts.text("config.edit.add", path), known -> known.add(path, new LinkedHashMap<>(settings)));
    }

    public void remove(Item item) {
        model.edit(
                Texts.text("config.edit.remove", path),
                known -> items.size() == 1 ? known.remove(path) : known.remove(path + "[" + item.index + "]"));
    }

    private void follow() {
        List<Item> now = new ArrayList<>();
        if (model.documentProperty().get().isPresent()) {
            model.get(path).ifPresent(value -> read(value, now));
            if (!now.equals(items)) {
                items.setAll(now);
            }
        }
    }

    private static void read(Object value, List<Item> into) {
        if (value instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> settings = new LinkedHashMap<>();
                if (each instanceof Map<?, ?> map) {
                    map.forEach((key, setting) -> settings.put(key.toString(), setting));
                }
                into.add(new Item(into.size(), settings));
            }
        }
    }
}
