package studio.ctnr.container;

/** Two names in a container differ only in case, so Windows could not tell them apart. */
public final class CaseCollisionException extends InvalidContainerException {
    private static final long serialVersionUID = 1L;

    private final String first;
    private final String second;

    public CaseCollisionException(String first, String second) {
        super("Two names differ only in case, and Windows takes them for one: " + first + " and " + second
                + "; rename or leave out one of them");
        this.first = first;
        this.second = second;
    }

    /** The path that was there first. */
    public String first() {
        return first;
    }

    public String second() {
        return second;
    }
}
