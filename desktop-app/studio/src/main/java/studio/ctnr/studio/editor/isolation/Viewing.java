package studio.ctnr.studio.editor.isolation;

import java.io.IOException;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.view.ContainerView;
import studio.ctnr.container.view.ViewedMachine;

/** What an application sees of a container; called off the FX thread. */
public interface Viewing {
    /** @param rules the configuration as it is edited now */
    ContainerView by(ContainerConfig rules) throws IOException;

    /** What one sees whose files are in a folder. */
    static Viewing of(ContainerFolder folder) {
        return rules -> ContainerView.of(rules, folder, ViewedMachine.usual());
    }
}
