package studio.ctnr.studio.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.support.Screenshots;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.RegistryDifference;
import studio.ctnr.workbench.compare.SettingDifference;

class CompareScreenshotsTest extends Screenshots {
    @Override
    protected Stream<Screen> screens() {
        return Stream.of(
                new Screen("compare-empty", () -> new ComparePage(new Versions(), new FakeDesk().desk).view()),
                new Screen(
                        "compare",
                        () -> new ComparePage(new Versions(), new FakeDesk().desk).view(),
                        CompareScreenshotsTest::compare));
    }

    private static void compare(Parent root) {
        ((ComboBox<?>) root.lookup("#compare-first")).getEditor().setText("7zip-24.08");
        ((ComboBox<?>) root.lookup("#compare-second")).getEditor().setText("7zip-24.09");
        ((Button) root.lookup("#compare-act")).fire();
    }

    private static final class Versions implements Comparing {
        private static final String KEY = "HKCU\\Software\\7-Zip\\FM";

        @Override
        public List<String> known() {
            return List.of("7zip-24.08", "7zip-24.09");
        }

        @Override
        public Comparison compare(String first, String second) {
            return new Comparison(
                    new Comparison.Side(first, first, "7-Zip", "24.08"),
                    new Comparison.Side(second, second, "7-Zip", "24.09"),
                    List.of(
                            new SettingDifference(
                                    "entrypoints[7-Zip Help].target",
                                    Change.ADDED,
                                    Optional.empty(),
                                    Optional.of("%CONTAINER_PROGRAMFILES%\\7-Zip\\7-zip.chm")),
                            new SettingDifference(
                                    "version", Change.CHANGED, Optional.of("24.08"), Optional.of("24.09"))),
                    List.of(),
                    List.of(
                            new RegistryDifference(
                                    KEY,
                                    Optional.empty(),
                                    Change.CHANGED,
                                    Optional.empty(),
                                    Optional.of(new RegistryValue(
                                            KeptDescriptor.NAME,
                                            KeptDescriptor.VALUE_TYPE,
                                            "D:(A;;KA;;;BA)(A;;KR;;;BU)".getBytes(StandardCharsets.UTF_16LE)))),
                            new RegistryDifference(
                                    KEY,
                                    Optional.of("ListMode"),
                                    Change.CHANGED,
                                    Optional.of(RegistryValue.dword("ListMode", 1)),
                                    Optional.of(RegistryValue.dword("ListMode", 0x303))),
                            new RegistryDifference(
                                    KEY,
                                    Optional.of("Toolbars"),
                                    Change.REMOVED,
                                    Optional.of(RegistryValue.dword("Toolbars", 0)),
                                    Optional.empty())));
        }
    }
}
