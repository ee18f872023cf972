package studio.ctnr.cli;

import java.util.Locale;
import studio.ctnr.engine.change.ChangeCounts;

/** Says how much changed, in words. */
final class Counts {
    private Counts() {}

    static String text(ChangeCounts counts) {
        return String.format(
                Locale.ROOT,
                "%,d %s, %,d %s, %,d %s, %,d %s",
                counts.files().total(),
                counts.files().total() == 1 ? "file" : "files",
                counts.folders().total(),
                counts.folders().total() == 1 ? "folder" : "folders",
                counts.keys().total(),
                counts.keys().total() == 1 ? "key" : "keys",
                counts.values().total(),
                counts.values().total() == 1 ? "value" : "values");
    }
}
