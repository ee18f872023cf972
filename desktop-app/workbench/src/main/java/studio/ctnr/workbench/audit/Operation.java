package studio.ctnr.workbench.audit;

import java.util.Locale;

/** What can be done to a container, as the audit names it. */
public enum Operation {
    CREATE,
    CAPTURE,
    BUILD,
    RUN,
    CHECK,
    SNAPSHOT,
    SNAPSHOT_DELETE,
    SNAPSHOT_REPAIR,
    RESTORE,
    EXPORT,
    IMPORT,
    DUPLICATE,
    RETIRE,
    BRING_BACK,
    PURGE,
    TAG,
    LINK,
    EDIT;

    /** In lower case, with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
