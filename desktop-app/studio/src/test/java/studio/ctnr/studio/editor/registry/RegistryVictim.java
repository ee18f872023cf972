package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.editor.EditedVictim;

/** A registry that is edited without a window, for a program that is killed. */
public final class RegistryVictim extends EditedVictim {
    private final RegistryViewModel model;

    public RegistryVictim(ContainerFolder container) throws IOException {
        model = new RegistryViewModel(ContainerRegistry.open(container), history(), Clock.systemUTC());
        model.show(KeyPath.of("HKCU\\Software\\7-Zip\\FM"));
    }

    public void edit(int state) {
        model.put(RegistryValue.text("State", "state " + state));
    }

    @Override
    public void keep(Path drafts) throws IOException {
        model.registry().keep(drafts);
    }
}
