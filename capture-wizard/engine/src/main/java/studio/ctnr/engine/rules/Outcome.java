package studio.ctnr.engine.rules;

/** Whether a change goes into the container. */
public enum Outcome {
    INCLUDE,
    EXCLUDE
}
