package studio.ctnr.toolkit.background;

/** Something that takes time, done off the FX thread. */
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws Exception;
}
