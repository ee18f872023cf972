package studio.ctnr.container.yaml;

/** An edit that can't be made; the message says why, and the text is as it was. */
public final class YamlEditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlEditException(String message) {
        super(message);
    }
}
