package studio.ctnr.wizard.review;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The icons of files that are no programs, by what their names end in. */
final class FileIcons {
    private FileIcons() {}

    static Ikon of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "lnk", "url" -> BootstrapIcons.BOX_ARROW_UP_RIGHT;
            case "png", "jpg", "jpeg", "gif", "bmp", "ico", "svg" -> BootstrapIcons.FILE_IMAGE;
            case "txt", "md", "log", "htm", "html", "rtf", "chm", "pdf" -> BootstrapIcons.FILE_TEXT;
            case "ini", "xml", "json", "yml", "yaml", "config", "inf" -> BootstrapIcons.FILE_CODE;
            case "zip", "7z", "cab", "rar", "gz" -> BootstrapIcons.FILE_ZIP;
            case "ttf", "otf", "fon" -> BootstrapIcons.FILE_FONT;
            default -> BootstrapIcons.FILE_EARMARK;
        };
    }
}
