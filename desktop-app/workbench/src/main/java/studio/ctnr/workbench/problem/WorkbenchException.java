package studio.ctnr.workbench.problem;

/** Something that was asked of the workbench was not done; everything is as it was before. */
public final class WorkbenchException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public WorkbenchException(Problem problem, Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
    }

    /**
     * @param sentence what happened to what, without an end mark
     * @param remedy what to do about it; may be empty
     */
    public WorkbenchException(ProblemCode code, String sentence, String remedy) {
        this(new Problem(code.word(), sentence, remedy), null);
    }

    public Problem problem() {
        return problem;
    }

    public boolean is(ProblemCode code) {
        return problem.code().equals(code.word());
    }
}
