package studio.ctnr.toolkit.notice;

import studio.ctnr.toolkit.problem.Problem;

/** Where screens tell what happened; an interface so that tests can read it. */
@FunctionalInterface
public interface Notices {
    void tell(Notice notice);

    default void tell(Problem problem) {
        tell(Notice.of(problem));
    }
}
