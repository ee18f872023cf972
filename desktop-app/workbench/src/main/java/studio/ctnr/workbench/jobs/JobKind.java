package studio.ctnr.workbench.jobs;

/** What a job does. */
public enum JobKind {
    CREATE(Weight.HEAVY),
    CAPTURE(Weight.LIGHT),
    BUILD(Weight.HEAVY),
    RUN(Weight.LIGHT),
    SNAPSHOT(Weight.HEAVY),
    RESTORE(Weight.HEAVY),
    VERIFY(Weight.HEAVY),
    EXPORT(Weight.HEAVY),
    IMPORT(Weight.HEAVY),
    DUPLICATE(Weight.HEAVY),
    RETIRE(Weight.LIGHT),
    PURGE(Weight.LIGHT),
    COMPARE(Weight.HEAVY),
    CHECK(Weight.HEAVY),
    OTHER(Weight.LIGHT);

    private final Weight weight;

    JobKind(Weight weight) {
        this.weight = weight;
    }

    /** Whether it waits its turn: a few of these run at a time. The others wait for a program or a person, or are short. */
    boolean isHeavy() {
        return weight == Weight.HEAVY;
    }

    /** Whether no other such job may work on the same container meanwhile. */
    boolean holdsContainer() {
        return this != RUN && this != COMPARE && this != CHECK;
    }

    private enum Weight {
        HEAVY,
        LIGHT
    }
}
