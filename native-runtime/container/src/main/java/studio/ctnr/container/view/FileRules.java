package studio.ctnr.container.view;

import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.view.Explanation.Decision;

/** What the isolation rules of a container say of paths, without a look at any file. */
public final class FileRules {
    private final OrderedRules rules;

    private FileRules(OrderedRules rules) {
        this.rules = rules;
    }

    /** @param machine tells what variables in the rules mean */
    public static FileRules of(Isolation isolation, ViewedMachine machine) {
        return new FileRules(OrderedRules.ofFiles(isolation, machine));
    }

    /** @param path a whole path of the application's view, {@code C:\Program Files\App} */
    public Decision decide(String path) {
        return rules.decide(path);
    }
}
