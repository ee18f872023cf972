package studio.ctnr.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.bench.SampleContainers;
import studio.ctnr.studio.editor.EditorPage;
import studio.ctnr.studio.editor.overview.OverviewSubject;
import studio.ctnr.studio.editor.registry.SampleFavourites;
import studio.ctnr.studio.editor.registry.SampleRegistries;
import studio.ctnr.studio.editor.snapshots.SampleSnapshots;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.support.Screenshots;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;

/** Each tab of the editor, with a container as a packaging engineer would have it. */
class EditorScreenshotsTest extends Screenshots {
    private static final String CONFIG = """
            # captured from 7z2409-x64.exe, reviewed by the packaging team
            id: "7zip-24.09"
            name: "7-Zip"
            version: "24.09"
            entrypoints:
              - name: 7-Zip File Manager
                target: '%CONTAINER_PROGRAMFILES%\\7-Zip\\7zFM.exe'
                default: true
              - name: 7-Zip Help
                target: '%CONTAINER_PROGRAMFILES%\\7-Zip\\7-zip.chm'
            isolation:
              filesystem:
                - {path: "%USERPROFILE%\\\\Documents\\\\**", mode: host}
                - {path: "C:\\\\ProgramData\\\\7-Zip\\\\**", mode: isolated}
              registry:
                - {path: "HKCU\\\\Software\\\\7-Zip\\\\**", mode: isolated}
            homepage: "https://7-zip.org/"
            description: "A file archiver with a high compression ratio"
            associations:
              - {extension: ".7z", progid: 7-Zip.7z, command: '"%CONTAINER_PROGRAMFILES%\\7-Zip\\7zFM.exe" "%1"'}
            env:
              - {key: SEVENZIP_HOME, value: '%CONTAINER_PROGRAMFILES%\\7-Zip'}
            """;

    @TempDir
    private Path folder;

    @Override
    protected Stream<Screen> screens() {
        return Stream.concat(archive(), editors());
    }

    /** A .ctnr that is looked into. */
    private Stream<Screen> archive() {
        return Stream.of("config", "integration").map(tab -> new Screen("archive-" + tab, () -> archive(tab)));
    }

    private Parent archive(String tab) throws Exception {
        editor("overview");
        Path file = folder.resolveSibling(folder.getFileName() + ".ctnr");
        new ArchiveBuilder(new ArchiveInfo("7zip-24.09", "7-Zip", "24.09", "ctnr", ""))
                .replace(true)
                .build(folder, file);
        FakeDesk user = new FakeDesk();
        EditorPage page = new EditorPage(
                "7-Zip 24.09",
                new FontIcon(BootstrapIcons.FILE_ZIP),
                ArchiveTabs.of(
                        OpenedArchive.open(file),
                        new SampleFavourites(),
                        new SampleRegistries(Map.of()),
                        () -> {},
                        user.desk),
                List.of(),
                user.desk);
        page.select(tab);
        return page.view();
    }

    private Stream<Screen> editors() {
        return Stream.of("overview", "files", "isolation", "integration", "logs", "snapshots", "history")
                .map(tab -> new Screen("editor-" + tab, () -> editor(tab), root -> look(root, tab)));
    }

    private Parent editor(String tab) throws IOException {
        Files.writeString(folder.resolve("config.yml"), CONFIG);
        put("rootfs/ProgramFiles/7-Zip/7zFM.exe", 931_840);
        put("rootfs/ProgramFiles/7-Zip/7z.exe", 544_256);
        put("rootfs/ProgramFiles/7-Zip/Lang/es.txt", 0);
        Files.writeString(folder.resolve("rootfs/ProgramFiles/7-Zip/Lang/es.txt"), """
                ;!@Lang2@!UTF-8!
                ; 24.09 : Julián Sánchez : 7-Zip for Windows
                0
                7-Zip
                Spanish
                Español
                401
                Aceptar
                Cancelar
                """);
        put("rootfs/ProgramData/.wh.Old", 0);
        put("bin/launcher.exe", 121_344);
        put("bin/runtime/x64/ctnr.dll", 218_112);
        put("snapshots/blobs/ab/ab.zst", 410_000);
        put("user/AppData/Roaming/7-Zip/settings.ini", 212);
        Hive hive = Hive.empty();
        hive.root().findOrCreate("Software\\7-Zip\\FM").put(RegistryValue.dword("ListMode", 0x303));
        Files.createDirectories(folder.resolve("user/Registry"));
        hive.write(folder.resolve("user/Registry/HKCU.hiv"));
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/events.log"), """
                {"time":"2026-11-23T11:52:07.118Z","process":312,"event":"open","path":"C:\\\\Program Files\\\\7-Zip\\\\7zFM.exe","layer":"container","mode":"merged","status":0}
                {"time":"2026-11-23T11:52:07.131Z","process":312,"event":"open","path":"C:\\\\Windows\\\\System32\\\\shell32.dll","layer":"host","mode":"merged","status":0}
                {"time":"2026-11-23T11:52:08.004Z","process":312,"event":"create","path":"C:\\\\Users\\\\ann\\\\AppData\\\\Roaming\\\\7-Zip\\\\settings.ini","layer":"container","mode":"merged","status":0}
                """);
        FakeDesk user = new FakeDesk();
        EditorPage page = new EditorPage(
                "7-Zip 24.09",
                new Label(),
                ContainerTabs.of(
                        new OverviewSubject(
                                SampleContainers.at(folder),
                                entry -> {},
                                () -> List.of(record(Operation.RUN, "7zFM"), record(Operation.BUILD, ""))),
                        new ContainerTabs.Surroundings(
                                new SampleSnapshots(),
                                new SampleFavourites(),
                                new SampleRegistries(Map.of()),
                                () -> {}),
                        user.desk),
                List.of(),
                user.desk);
        page.select(tab);
        return page.view();
    }

    private static void look(Parent root, String tab) {
        if (root.lookup("#explain-path") instanceof TextField path) {
            path.setText("C:\\Users\\user\\Documents\\a.txt");
        }
        if (root.lookup("#files-tree") instanceof TreeTableView<?> files) {
            select(files, "Lang");
            select(files, "es.txt");
        }
    }

    private static <T> void select(TreeTableView<T> tree, String name) {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            TreeItem<T> item = tree.getTreeItem(row);
            item.setExpanded(true);
            if (tree.getColumns().getFirst().getCellData(item) instanceof Object node
                    && node.toString().equals(name)) {
                tree.getSelectionModel().select(item);
            }
        }
    }

    private static AuditRecord record(Operation operation, String detail) {
        return new AuditRecord(
                1,
                Instant.parse("2026-11-23T11:52:07Z"),
                new Caller("ann", "studio"),
                operation,
                Optional.of("7zip-24.09"),
                detail,
                AuditRecord.Result.DONE,
                Optional.empty());
    }

    private void put(String path, int size) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), new byte[size]);
    }
}
