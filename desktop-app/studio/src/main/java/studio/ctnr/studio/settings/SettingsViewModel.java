package studio.ctnr.studio.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.wizard.host.MachineDefaults;

/** What can be chosen, and what this machine can do. */
public final class SettingsViewModel {
    private final Preferences preferences;
    private final Desk desk;
    private final Path store;
    private final Optional<Sandbox> sandbox;
    private final ReadOnlyObjectWrapper<Optional<SandboxReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param store where containers and the inventory lie
     * @param sandbox the one of this host; empty where there is none
     */
    public SettingsViewModel(Preferences preferences, Desk desk, Path store, Optional<Sandbox> sandbox) {
        this.preferences = preferences;
        this.desk = desk;
        this.store = store;
        this.sandbox = sandbox;
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return preferences.settingsProperty();
    }

    public void choose(Appearance appearance) {
        preferences.change(settings -> settings.withAppearance(appearance));
    }

    /** @param language empty: as the system has it */
    public void choose(Optional<Language> language) {
        preferences.change(settings -> settings.withLanguage(language));
    }

    /** @param percent empty: as the system has it; from the next start on */
    public void scale(Optional<Integer> percent) {
        preferences.change(settings -> settings.withScale(percent));
    }

    public void confirmRetire(boolean asked) {
        preferences.change(settings -> settings.withConfirmRetire(asked));
    }

    public void showMenuBar(boolean shown) {
        preferences.change(settings -> settings.withMenuBar(shown));
    }

    /** How the clean machine of the next capture is to be. */
    public void machine(UnaryOperator<MachineDefaults> change) {
        preferences.change(settings -> settings.withMachine(change.apply(settings.machine())));
    }

    public Path store() {
        return store;
    }

    public void showStore() {
        desk.dialogs().open(store);
    }

    /** What this machine can do; empty until it was tried out. */
    public ReadOnlyObjectProperty<Optional<SandboxReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public boolean hasSandbox() {
        return sandbox.isPresent();
    }

    /** Tries out what this machine can do; takes a few seconds. */
    public void probe() {
        report.set(Optional.empty());
        sandbox.ifPresent(host -> desk.background()
                .call(host::probe)
                .onSuccess(found -> report.set(Optional.of(found)))
                .start());
    }
}
