package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.support.Screenshots;

class RegistryScreenshotsTest extends Screenshots {
    @TempDir
    private Path folder;

    @Override
    protected Stream<Screen> screens() {
        return Stream.of(
                new Screen("registry-number", () -> shown("ListMode")),
                new Screen("registry-bytes", () -> shown("Position")),
                new Screen("registry-texts", () -> shown("CopyHistory")));
    }

    private RegistryView shown(String value) throws IOException {
        RegistryViewModel model =
                new RegistryViewModel(SampleRegistry.in(folder).open(), new EditHistory(), Clock.systemUTC());
        FakeDesk user = new FakeDesk();
        model.show(RegistryPlace.of(KeyPath.of("HKCU\\Software\\7-Zip\\FM"), value));
        return new RegistryView(
                model,
                new RegistrySearchModel(model, user.desk.background()),
                new RegistryActions(model, user.desk),
                new RegFiles(model, user.desk));
    }
}
