package studio.ctnr.container.yaml;

/** A text is not YAML, or more of it than is accepted here. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    /** @param offset where in the text, in UTF-16 units from its start */
    public YamlException(int offset, String problem) {
        super(problem);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
