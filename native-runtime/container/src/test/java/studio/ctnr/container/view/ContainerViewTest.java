package studio.ctnr.container.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.SampleLinks;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.view.Explanation.Landing;
import studio.ctnr.container.view.Explanation.Layer;
import studio.ctnr.container.view.Explanation.Reason;
import studio.ctnr.container.view.Explanation.Source;
import studio.ctnr.container.view.Explanation.Step;
import studio.ctnr.container.view.Explanation.Target;

/** What is explained, on a small container; that the runtime does the same is held by ExplainedAsRunTest. */
class ContainerViewTest {
    @TempDir
    private Path temp;

    private ContainerFolder folder;

    @BeforeEach
    void make() throws IOException {
        folder = ContainerFolder.create(temp.resolve("app"));
        Files.writeString(folder.config(), """
                id: "app"
                name: "App"
                version: "1"
                isolation:
                  filesystem:
                    - { path: 'C:\\Data\\**', mode: isolated }
                    - { path: 'C:\\Data\\shared\\**', mode: host }
                    - { path: '%USERPROFILE%\\Music\\**', mode: merged }
                  registry:
                    - { path: 'HKEY_CURRENT_USER\\Software\\Vendor\\**', mode: isolated }
                """);
        file("rootfs/ProgramFiles/App/app.exe");
        file("rootfs/ProgramFiles/App/.wh.old.txt");
        file("rootfs/Drives/C/Redone/.wh..wh..opq");
        file("rootfs/Drives/C/covered");
        file("rootfs/Windows/SysWOW64/app.dll");
        Hive user = Hive.empty();
        user.root().findOrCreate("Software\\App").put(RegistryValue.text("Name", "App"));
        user.root().find("Software\\App").orElseThrow().put(RegistryWhiteout.ofValue("Gone"));
        RegistryWhiteout.mark(user.root().findOrCreate("Software\\Deleted"));
        user.root().findOrCreate("Software\\Again").setClassName("ctnr.opaque:Shell");
        user.root().findOrCreate("Software\\Classes\\.app");
        user.write(folder.hkcuHive());
        Hive machine = Hive.empty();
        HiveKey node = machine.root().findOrCreate("Wow6432Node\\App");
        node.put(RegistryValue.text("Path", "C:\\App"));
        machine.write(folder.hklmSoftwareHive());
    }

    private void file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private Explanation explain(String subject, Bits bits) throws IOException {
        return ContainerView.of(folder, ViewedMachine.usual("ann")).explain(subject, bits);
    }

    private Explanation explain(String subject) throws IOException {
        return explain(subject, Bits.X64);
    }

    @Test
    void aFileOfTheContainersCoversTheHosts() throws IOException {
        Explanation told = explain("c:/program files/APP/app.exe");
        assertThat(told.layer()).isEqualTo(Layer.CONTAINER);
        assertThat(told.decision().mode()).isEqualTo(Mode.MERGED);
        assertThat(told.decision().source()).isEqualTo(Source.NOBODY);
        assertThat(told.landing())
                .isEqualTo(new Landing(Target.CONTAINER, Optional.of("rootfs/ProgramFiles/APP/app.exe")));
        assertThat(explain("C:\\Program Files\\App").layer()).isEqualTo(Layer.BOTH);
    }

    @Test
    void whatOnlyTheHostMayHaveIsCopiedBeforeItIsWrittenTo() throws IOException {
        Explanation told = explain("C:\\Program Files\\Other\\a.ini");
        assertThat(told.layer()).isEqualTo(Layer.HOST);
        assertThat(told.landing())
                .isEqualTo(new Landing(Target.CONTAINER_BY_COPY, Optional.of("rootfs/ProgramFiles/Other/a.ini")));
    }

    @Test
    void whatIsDeletedIsHiddenWithAllBelowItByWhatHidesIt() throws IOException {
        assertThat(explain("C:\\Program Files\\App\\old.txt").hiddenBy())
                .contains("rootfs/ProgramFiles/App/.wh.old.txt");
        assertThat(explain("C:\\Program Files\\App\\old.txt\\below").layer()).isEqualTo(Layer.NONE);
        assertThat(explain("C:\\Redone\\anything").hiddenBy()).contains("rootfs/Drives/C/Redone/.wh..wh..opq");
        assertThat(explain("C:\\Redone").layer()).isEqualTo(Layer.CONTAINER);
        assertThat(explain("C:\\covered\\below").hiddenBy()).contains("rootfs/Drives/C/covered");
    }

    @Test
    void theRuleWithMoreTextBeforeItsFirstWildcardDecides() throws IOException {
        assertThat(explain("C:\\Data").decision().mode()).isEqualTo(Mode.ISOLATED);
        assertThat(explain("C:\\Data\\x").layer()).isEqualTo(Layer.NONE);
        Explanation shared = explain("C:\\DATA\\Shared\\x");
        assertThat(shared.decision().rule()).contains("C:\\Data\\shared\\**");
        assertThat(shared.landing()).isEqualTo(new Landing(Target.HOST, Optional.of("C:\\DATA\\Shared\\x")));
        assertThat(explain("C:\\Data").below())
                .extracting(below -> below.rule().orElseThrow())
                .containsExactly("C:\\Data\\shared\\**");
    }

    @Test
    void theUsersDocumentsAreTheHostsUnlessConfigSaysOtherwise() throws IOException {
        Explanation documents = explain("%USERPROFILE%\\Documents\\a.txt");
        assertThat(documents.decision().source()).isEqualTo(Source.DEFAULT);
        assertThat(documents.landing().target()).isEqualTo(Target.HOST);
        assertThat(explain("C:\\Users\\ann\\Music").decision().source()).isEqualTo(Source.CONFIG);
        assertThat(explain("C:\\Users\\somebody\\Documents").decision().mode()).isEqualTo(Mode.MERGED);
    }

    @Test
    void linksOfTheContainerAreFollowed() throws IOException {
        link("rootfs/Drives/C/Tools/current", SampleLinks.junction("\\??\\C:\\Program Files\\App"));
        link("rootfs/Drives/C/Tools/up", SampleLinks.symbolic("..\\Tools\\.\\current", true));
        link("rootfs/Drives/C/Tools/share", SampleLinks.symbolic("\\??\\UNC\\server\\share", false));
        link("rootfs/Drives/C/Tools/self", SampleLinks.symbolic("\\Tools\\self", true));
        Explanation old = explain("C:\\tools\\UP\\old.txt");
        assertThat(old.view()).isEqualTo("C:\\Program Files\\App\\old.txt");
        assertThat(old.steps())
                .containsExactly(
                        new Step(Reason.LINK, "C:\\Tools\\current\\old.txt"),
                        new Step(Reason.LINK, "C:\\Program Files\\App\\old.txt"));
        assertThat(old.hiddenBy()).contains("rootfs/ProgramFiles/App/.wh.old.txt");
        assertThat(explain("C:\\Tools\\share\\x").landing().target()).isEqualTo(Target.HOST);
        assertThat(explain("C:\\Tools\\self\\x").layer()).isEqualTo(Layer.NONE);
        Files.delete(folder.resolve("rootfs/Drives/C/Tools/current"));
        assertThat(explain("C:\\Tools\\current\\old.txt").steps()).isEmpty();
    }

    private void link(String path, byte[] content) throws IOException {
        Path link = Files.createDirectories(folder.resolve(path));
        Files.write(link.resolveSibling(".wh..wh.lnk." + link.getFileName()), content);
    }

    @Test
    void namesThatMeanOtherPlacesAreFollowed() throws IOException {
        assertThat(explain("C:\\Windows\\System32\\app.dll", Bits.X86).layer()).isEqualTo(Layer.CONTAINER);
        assertThat(explain("C:\\Windows\\System32\\app.dll", Bits.X64).layer()).isEqualTo(Layer.HOST);
        assertThat(explain("C:\\Windows\\Sysnative\\x", Bits.X86).view()).isEqualTo("C:\\Windows\\System32\\x");
        assertThat(explain("C:\\Windows\\System32\\drivers\\etc\\hosts", Bits.X86)
                        .steps())
                .isEmpty();
        assertThat(explain("%ProgramFiles%\\App", Bits.X86).view()).isEqualTo("C:\\Program Files (x86)\\App");
        Explanation old = explain("C:\\Documents and Settings\\ann\\Application Data\\App");
        assertThat(old.steps())
                .containsExactly(new Step(Reason.COMPATIBILITY, "C:\\Users\\ann\\AppData\\Roaming\\App"));
        assertThat(old.inContainer()).contains("user/AppData/Roaming/App");
    }

    @Test
    void theContainersOwnFolderShowsAsWhatItHolds() throws IOException {
        ContainerView view = ContainerView.of(folder, ViewedMachine.usual().withRoot(WindowsPath.of("Z:\\store\\app")));
        Explanation inside = view.explain("Z:\\store\\app\\rootfs\\ProgramFiles\\App\\app.exe", Bits.X64);
        assertThat(inside.view()).isEqualTo("C:\\Program Files\\App\\app.exe");
        assertThat(inside.layer()).isEqualTo(Layer.CONTAINER);
        assertThat(view.explain("Z:\\store\\app\\logs\\events.log", Bits.X64)
                        .landing()
                        .target())
                .isEqualTo(Target.HOST);
    }

    @Test
    void keysAreExplainedAsFilesAre() throws IOException {
        assertThat(explain("HKEY_CURRENT_USER\\software\\app").layer()).isEqualTo(Layer.BOTH);
        assertThat(explain("HKCU\\Software\\Deleted\\Below").hiddenBy()).contains("HKCU\\Software\\Deleted");
        assertThat(explain("HKCU\\Software\\Deleted").layer()).isEqualTo(Layer.NONE);
        assertThat(explain("HKCU\\Software\\Again").layer()).isEqualTo(Layer.CONTAINER);
        assertThat(explain("HKCU\\Software\\Vendor\\X").layer()).isEqualTo(Layer.NONE);
        assertThat(explain("HKLM\\System\\Select").landing().target()).isEqualTo(Target.REFUSED);
        assertThat(explain("HKCU\\Software\\Ctnr\\Sessions").decision().source())
                .isEqualTo(Source.RUNTIME);
        Explanation for32 = explain("HKLM\\Software\\App", Bits.X86);
        assertThat(for32.view()).isEqualTo("HKLM\\Software\\Wow6432Node\\App");
        assertThat(for32.inContainer()).contains("user/Registry/HKLM-SW.hiv: Wow6432Node\\App");
        assertThat(for32.layer()).isEqualTo(Layer.BOTH);
        assertThat(explain("HKLM\\Software\\App", Bits.X64).layer()).isEqualTo(Layer.HOST);
        assertThat(explain("HKCR\\.app").view()).isEqualTo("HKCU\\Software\\Classes\\.app");
        assertThat(explain("HKCR\\.other").view()).isEqualTo("HKLM\\Software\\Classes\\.other");
    }

    @Test
    void aValueIsTheContainersOrTheHostsByItself() throws IOException {
        ContainerView view = ContainerView.of(folder, ViewedMachine.usual());
        String key = "HKCU\\Software\\App";
        assertThat(view.explainValue(key, "name", Bits.X64).layer()).isEqualTo(Layer.CONTAINER);
        assertThat(view.explainValue(key, "other", Bits.X64).layer()).isEqualTo(Layer.HOST);
        Explanation gone = view.explainValue(key, "Gone", Bits.X64);
        assertThat(gone.layer()).isEqualTo(Layer.NONE);
        assertThat(gone.hiddenBy()).contains(key + ", value Gone");
    }

    @Test
    void anArchiveIsExplainedAsItsFolder() throws IOException {
        Path file = temp.resolve("app.ctnr");
        new ArchiveBuilder(new ArchiveInfo("app", "App", "1", "a test", "")).build(folder.root(), file);
        try (Archive archive = Archive.open(file)) {
            ContainerView packed = ContainerView.of(archive, ViewedMachine.usual("ann"));
            for (String subject : List.of(
                    "C:\\Program Files\\App\\app.exe",
                    "C:\\Program Files\\App\\old.txt",
                    "C:\\Redone\\x",
                    "C:\\Data\\shared",
                    "HKCU\\Software\\App",
                    "HKCU\\Software\\Deleted\\x")) {
                assertThat(packed.explain(subject, Bits.X86)).isEqualTo(explain(subject, Bits.X86));
            }
        }
    }

    @Test
    void whatIsNeitherAPathNorAKeyIsRefused() {
        assertThatThrownBy(() -> explain("app\\x")).isInstanceOf(IllegalArgumentException.class);
    }
}
