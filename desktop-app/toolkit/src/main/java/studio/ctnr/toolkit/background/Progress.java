package studio.ctnr.toolkit.background;

/** What work on a worker thread tells about itself, and asks. */
public interface Progress {
    /** The fraction of work whose end is not known. */
    double UNKNOWN = -1;

    /**
     * @param fraction from 0 to 1, or {@link #UNKNOWN}
     * @param now what is being done now, for people
     */
    void at(double fraction, String now);

    /** Whether the work should end early; its thread is interrupted as well. */
    boolean isCancelled();
}
