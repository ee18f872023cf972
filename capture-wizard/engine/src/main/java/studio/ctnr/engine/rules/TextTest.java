package studio.ctnr.engine.rules;

/** Tells whether a name or text is one that a rule means. */
interface TextTest {
    boolean test(String text) throws RuleException;

    /** What having to pass this test adds to a rule. */
    Specificity specificity();
}
