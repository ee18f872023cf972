package studio.ctnr.studio.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings while the program runs; each change is handed on to be saved. */
public final class Preferences {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Consumer<Settings> save;

    /** @param save is called on the FX thread and must not hold it up */
    public Preferences(Settings first, Consumer<Settings> save) {
        this.settings = new ReadOnlyObjectWrapper<>(first);
        this.save = save;
    }

    public Settings now() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            save.accept(changed);
        }
    }

    /** A split's position or a column's width, as it was left. */
    public OptionalDouble measure(String name) {
        Double known = now().measures().get(name);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    public void measured(String name, double value) {
        Map<String, Double> all = new HashMap<>(now().measures());
        all.put(name, value);
        change(now -> now.withMeasures(all));
    }
}
