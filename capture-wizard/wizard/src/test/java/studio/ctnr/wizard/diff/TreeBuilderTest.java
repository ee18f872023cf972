package studio.ctnr.wizard.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeBuilderTest {
    private static List<String> names(DiffTree tree, int node) {
        List<String> names = new ArrayList<>();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            names.add(tree.name(child));
        }
        return names;
    }

    @Test
    void foldersThatHoldOneFolderAloneAreOneRow() throws IOException {
        DiffTree tree = new ExampleChanges()
                .folder("C:\\Program Files\\App")
                .file("C:\\Program Files\\App\\app.exe", 10)
                .tree();

        assertThat(names(tree, DiffTree.FILES)).containsExactly("C:\\Program Files\\App");
        assertThat(names(tree, 1)).containsExactly("app.exe");
    }

    @Test
    void driveAndSoftwareKeyAreLeftOutButTheirNamesStay() throws IOException {
        DiffTree tree = new ExampleChanges()
                .file("C:\\a\\x", 1)
                .file("C:\\b\\y", 1)
                .key("HKLM\\Software\\App")
                .key("HKLM\\Software\\Other")
                .key("HKCU\\Software\\App")
                .tree();

        assertThat(names(tree, DiffTree.FILES)).containsExactly("C:\\a", "C:\\b");
        assertThat(names(tree, tree.registry()))
                .containsExactly("HKCU\\Software\\App", "HKLM\\Software\\App", "HKLM\\Software\\Other");
    }

    @Test
    void aValueOfAKeyThatIsLeftOutElsewhereKeepsTheRowOfItsKey() throws IOException {
        DiffTree tree = new ExampleChanges()
                .value("HKCU\\Environment", "HOME", "x")
                .key("HKCU\\Software\\App")
                .tree();

        assertThat(names(tree, tree.registry())).containsExactly("HKCU\\Environment", "HKCU\\Software\\App");
    }

    @Test
    void aChangedFolderKeepsARowOfItsOwn() throws IOException {
        DiffTree tree = new ExampleChanges()
                .folder("C:\\App")
                .folder("C:\\App\\in")
                .file("C:\\App\\in\\x", 1)
                .tree();

        assertThat(names(tree, DiffTree.FILES)).containsExactly("C:\\App");
        assertThat(names(tree, 1)).containsExactly("in");
    }

    @Test
    void aFolderWhoseNameBeginsLikeAnotherIsNotInIt() throws IOException {
        DiffTree tree = new ExampleChanges()
                .folder("C:\\App")
                .folder("C:\\App2")
                .file("C:\\App2\\x", 1)
                .tree();

        assertThat(names(tree, DiffTree.FILES)).containsExactly("C:\\App", "C:\\App2");
    }

    @Test
    void valuesLieInTheirKeyBesideItsSubkeys() throws IOException {
        DiffTree tree = new ExampleChanges()
                .key("HKLM\\Software\\App")
                .value("HKLM\\Software\\App", "Path", "C:\\App")
                .key("HKLM\\Software\\App\\Sub")
                .tree();

        assertThat(names(tree, tree.registry() + 1)).containsExactly("Path", "Sub");
        assertThat(tree.find("HKLM\\software\\app", Optional.of("path"))).contains(tree.registry() + 2);
    }

    @Test
    void nothingCapturedLeavesBothRootsEmpty() throws IOException {
        DiffTree tree = new ExampleChanges().tree();

        assertThat(tree.size()).isEqualTo(2);
        assertThat(tree.registry()).isEqualTo(1);
    }

    @Test
    void whatAChangeIsOfIsToldByNameAndPlace() throws IOException {
        DiffTree tree = new ExampleChanges()
                .file("C:\\App\\app.exe", 20L << 20)
                .value("HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "App", "app.exe")
                .value("HKLM\\System\\CurrentControlSet\\Services\\app", "ImagePath", "app.exe")
                .value("HKCU\\Software\\Classes\\CLSID\\{1}", "", "App")
                .value("HKCU\\Software\\App", "Data", "C:\\users\\ctnruser\\data")
                .tree();

        assertThat(tree.categories(node(tree, "app.exe")))
                .contains(Category.EXECUTABLES, Category.LARGE, Category.ADDED);
        assertThat(tree.categories(node(tree, "App"))).contains(Category.STARTUP);
        assertThat(tree.categories(node(tree, "ImagePath"))).contains(Category.SERVICES);
        assertThat(tree.categories(node(tree, ""))).contains(Category.COM);
        assertThat(tree.categories(node(tree, "Data"))).contains(Category.MACHINE_SPECIFIC);
    }

    private static int node(DiffTree tree, String name) {
        for (int node = 0; node < tree.size(); node++) {
            if (tree.name(node).equals(name) && tree.changed(node)) {
                return node;
            }
        }
        throw new AssertionError("no row " + name);
    }
}
