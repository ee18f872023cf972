package studio.ctnr.engine.rules;

import java.io.IOException;

/** A rule can't be used; the message names the rule, its place and the remedy. */
public final class RuleException extends IOException {
    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }
}
