package studio.ctnr.studio.editor;

import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.files.FilesVictim;
import studio.ctnr.studio.editor.registry.RegistryVictim;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.victim.Victim;

/** Edits the text, the registry and the files of a container, keeps each state as a draft, until it is killed. */
final class DraftVictim {
    private DraftVictim() {}

    /** The container's folder, that of its drafts, a file of the host that is added, and the number of the first state. */
    public static void main(String[] args) throws Exception {
        ContainerFolder container = ContainerFolder.open(Path.of(args[0]));
        DraftFolder drafts = new DraftFolder(Path.of(args[1]));
        List<Path> host = List.of(Path.of(args[2]));
        int first = Integer.parseInt(args[3]);
        ConfigModel config = ConfigModel.reading(container.config(), Background.immediate(), e -> {
            throw new AssertionError(e);
        });
        RegistryVictim registry = new RegistryVictim(container);
        FilesVictim files = new FilesVictim(container);
        Victim.work(round -> {
            int state = first + round;
            config.set("version", "state " + state);
            registry.edit(state);
            files.edit(state, host);
            drafts.keep(drafts.request(), List.of(config, registry, files));
        });
    }
}
