package studio.ctnr.engine.projection.internal.registered;

import java.util.Optional;

/** The icon that an application shows for itself: that of its uninstall entry. */
public final class ApplicationIcon {
    private final Application application;
    private final Icons icons;

    public ApplicationIcon(Application application, Icons icons) {
        this.application = application;
        this.icons = icons;
    }

    /** @return its path in the container; empty when the entry names none that was captured */
    public Optional<String> take(String name) {
        return application
                .mainUninstall()
                .flatMap(UninstallEntry::icon)
                .map(IconLocation::parse)
                .flatMap(icon -> application
                        .paths()
                        .path(icon.file())
                        .filter(file -> !Helpers.isUninstaller(file))
                        .flatMap(file -> icons.take(name, file, icon.index())));
    }
}
