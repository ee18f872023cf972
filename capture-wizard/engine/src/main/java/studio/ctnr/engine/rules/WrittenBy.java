package studio.ctnr.engine.rules;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.ProcessTree;

/**
 * Which program made a change, by globs of programs' file names. What nobody was seen to make is made by none of them.
 *
 * @param process of the one that made it last
 * @param parent of one that led to that one: that started it, or started the one that did, and so on
 */
public record WrittenBy(Optional<String> process, Optional<String> parent) {
    public static final WrittenBy ANYBODY = new WrittenBy(Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException when a name is none that a program can have; says why, and what would do */
    public WrittenBy {
        Stream.concat(process.stream(), parent.stream()).forEach(WrittenBy::check);
    }

    private static void check(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> "\\/:%".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no program's file name: write such as setup*.exe, without a path".formatted(name));
        }
    }

    boolean isAnybody() {
        return equals(ANYBODY);
    }

    int conditions() {
        return (process.isPresent() ? 1 : 0) + (parent.isPresent() ? 1 : 0);
    }

    /** The ids of those processes of a capture that are meant. */
    BitSet in(ProcessTree processes) {
        BitSet meant = new BitSet();
        for (CaptureProcess each : processes.processes()) {
            List<CaptureProcess> chain = processes.chain(each.id());
            if (fits(process, List.of(each)) && fits(parent, chain.subList(0, chain.size() - 1))) {
                meant.set(each.id());
            }
        }
        return meant;
    }

    private static boolean fits(Optional<String> wanted, List<CaptureProcess> any) {
        return wanted.map(NameGlob::of)
                .map(glob -> any.stream().anyMatch(one -> glob.test(one.name())))
                .orElse(true);
    }
}
