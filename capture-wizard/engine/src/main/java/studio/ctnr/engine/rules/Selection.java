package studio.ctnr.engine.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfKey;
import studio.ctnr.engine.project.CaptureProject;

/** A change set with a verdict on every change. It holds the verdicts in memory, the changes it reads as asked. */
public final class Selection {
    private final ChangeSet changes;
    private final Sheet files;
    private final Sheet registry;
    private final ChangeCounts included;
    private final ChangeCounts excluded;
    private final Map<String, Long> topics;

    private Selection(Reading reading, ChangeSet changes) {
        this.changes = changes;
        this.files = reading.files;
        this.registry = reading.registry;
        this.included = reading.included.counts();
        this.excluded = reading.excluded.counts();
        Map<String, Long> most = new LinkedHashMap<>();
        reading.topics.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEachOrdered(topic -> most.put(topic.getKey(), topic.getValue()));
        this.topics = most;
    }

    /**
     * Judges a project's changes by the rules that come with the program, the project's own, and the engineer's
     * decisions.
     *
     * @throws IOException when a rule, a decision or the change set can't be read
     */
    public static Selection of(CaptureProject project) throws IOException {
        return of(project.changes(), rules(project));
    }

    /** All that decides in a project: bundled rules, its own rules, the engineer's decisions. */
    public static RuleSet rules(CaptureProject project) throws IOException {
        return RuleSet.bundled()
                .plus(RuleSet.read(project.rules()))
                .plus(Decisions.read(project.verdicts()).rules());
    }

    public static Selection of(ChangeSet changes, RuleSet rules) throws IOException {
        try {
            Reading reading = new Reading(changes, rules);
            reading.readFiles(changes);
            reading.readRegistry(changes);
            reading.count(reading.files);
            reading.count(reading.registry);
            return new Selection(reading, changes);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    public ChangeSet changes() {
        return changes;
    }

    /** Every file and folder in order; the caller closes the stream. */
    public Stream<Judged<FileChange>> files() throws IOException {
        return files.judge(changes.files());
    }

    /** Every key and value in order; the caller closes the stream. */
    public Stream<Judged<RegistryChange>> registry() throws IOException {
        return registry.judge(changes.registry());
    }

    /** How much goes into the container. */
    public ChangeCounts included() {
        return included;
    }

    /** How much stays in the project. */
    public ChangeCounts excluded() {
        return excluded;
    }

    /** How many changes are excluded, by the topic of what excluded them; the most first. */
    public Map<String, Long> excludedByTopic() {
        return topics;
    }

    /** How many files and folders, and how many keys and values, are included in one of the two but not in the other. */
    public Difference difference(Selection other) {
        return new Difference(differing(files, other.files), differing(registry, other.registry));
    }

    public record Difference(int files, int registry) {
        public boolean none() {
            return files == 0 && registry == 0;
        }
    }

    private static int differing(Sheet some, Sheet others) {
        int count = 0;
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            count += some.at(i).included() == others.at(i).included() ? 0 : 1;
        }
        return count;
    }

    /** The first reading of all changes, which finds the verdicts. */
    private static final class Reading {
        private final Judge fileJudge;
        private final Judge registryJudge;
        private final Sheet files;
        private final Sheet registry;
        private final ChangeCounts.Tally included = new ChangeCounts.Tally();
        private final ChangeCounts.Tally excluded = new ChangeCounts.Tally();
        private final Map<String, Long> topics = new TreeMap<>();

        Reading(ChangeSet changes, RuleSet rules) throws IOException {
            this.fileJudge = new Judge(rules.rules(), Subject.FILES, changes.machine(), changes.processes());
            this.registryJudge = new Judge(rules.rules(), Subject.REGISTRY, changes.machine(), changes.processes());
            this.files = fileJudge.sheet();
            this.registry = registryJudge.sheet();
        }

        void readFiles(ChangeSet changes) throws IOException {
            Nesting<WindowsPath> nesting = new Nesting<>(files, WindowsPath::startsWith);
            try (Stream<FileChange> stream = changes.files()) {
                for (Iterator<FileChange> each = stream.iterator(); each.hasNext(); ) {
                    FileChange change = each.next();
                    int place = files.add(fileJudge.rank(change), ChangeCounts.sort(change));
                    if (change.folder()) {
                        nesting.enter(change.path(), place, change.kind());
                    } else {
                        nesting.add(change.path(), place);
                    }
                }
            }
            nesting.end();
        }

        void readRegistry(ChangeSet changes) throws IOException {
            Nesting<KeyPath> nesting = new Nesting<>(registry, KeyPath::startsWith);
            try (Stream<RegistryChange> stream = changes.registry()) {
                for (Iterator<RegistryChange> each = stream.iterator(); each.hasNext(); ) {
                    RegistryChange change = each.next();
                    int place = registry.add(registryJudge.rank(change), ChangeCounts.sort(change));
                    if (change instanceof OfKey) {
                        nesting.enter(change.key(), place, change.kind());
                    } else {
                        nesting.add(change.key(), place);
                    }
                }
            }
            nesting.end();
        }

        void count(Sheet sheet) {
            for (int place = 0; place < sheet.size(); place++) {
                Verdict verdict = sheet.at(place);
                if (verdict.included()) {
                    included.add(sheet.sortAt(place));
                } else {
                    excluded.add(sheet.sortAt(place));
                    topics.merge(verdict.topic(), 1L, Long::sum);
                }
            }
        }
    }
}
