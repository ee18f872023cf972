package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;

/** A container's folder with a registry as an archiver would leave it. */
record SampleRegistry(Path folder) {
    static SampleRegistry in(Path folder) throws IOException {
        SampleRegistry sample = new SampleRegistry(folder);
        Files.writeString(folder.resolve("config.yml"), "id: \"7zip\"\nname: \"7-Zip\"\nversion: \"24.09\"\n");
        Files.createDirectories(sample.user().getParent());
        Hive user = Hive.empty();
        HiveKey manager = user.root().findOrCreate("Software\\7-Zip\\FM");
        manager.put(RegistryValue.text("PanelPath0", "%CONTAINER_ROOT%\\Program Files\\7-Zip\\"));
        manager.put(RegistryValue.binary("FolderShortcuts", new byte[0]));
        manager.put(RegistryValue.dword("ListMode", 0x303));
        manager.put(
                RegistryValue.binary("Position", HexFormat.of().parseHex("6000000040000000a0040000f8020000010000ff")));
        manager.put(RegistryValue.texts("CopyHistory", List.of("D:\\Out", "E:\\Archive")));
        manager.put(RegistryValue.qword("InstallTime", 0x01db3d8e6a2f4c00L));
        manager.put(RegistryWhiteout.ofValue("Toolbars"));
        user.root().findOrCreate("Software\\7-Zip\\Compression");
        user.root().findOrCreate("Software\\7-Zip\\Options");
        RegistryWhiteout.mark(user.root().findOrCreate("Software\\7-Zip\\Plugins"));
        user.root().findOrCreate("Software\\Classes\\.7z");
        user.write(sample.user());
        Hive software = Hive.empty();
        software.root().findOrCreate("7-Zip").put(RegistryValue.text("Path", "C:\\Program Files\\7-Zip\\"));
        software.root().findOrCreate("Microsoft\\Windows\\CurrentVersion");
        software.write(sample.software());
        return sample;
    }

    Path user() {
        return folder.resolve("user/Registry/HKCU.hiv");
    }

    Path software() {
        return folder.resolve("user/Registry/HKLM-SW.hiv");
    }

    ContainerRegistry open() throws IOException {
        return ContainerRegistry.open(ContainerFolder.open(folder));
    }
}
