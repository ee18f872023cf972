package studio.ctnr.engine.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The processes of a capture, and how they came to be. */
public final class ProcessTree {
    /** Of a capture that was not observed. */
    public static final ProcessTree NONE = new ProcessTree(List.of());

    private final SequencedMap<Integer, CaptureProcess> processes = new TreeMap<>();

    public ProcessTree(Collection<CaptureProcess> processes) {
        processes.forEach(process -> this.processes.put(process.id(), process));
    }

    /** In the order of their starts. */
    public List<CaptureProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** Who made a writing; empty when that is not known. */
    public Optional<Writer> writer(Optional<Writing> writing) {
        return writing.filter(known -> processes.containsKey(known.process()))
                .map(known -> new Writer(processes.get(known.process()), chain(known.process()), known.at()));
    }

    /** How a process of the tree came to run: the step's first process first, itself last. */
    public List<CaptureProcess> chain(int last) {
        List<CaptureProcess> chain = new ArrayList<>();
        OptionalInt next = OptionalInt.of(last);
        while (next.isPresent() && processes.containsKey(next.getAsInt())) {
            CaptureProcess process = processes.get(next.getAsInt());
            chain.add(process);
            next = process.parent().isPresent() && process.parent().getAsInt() < process.id()
                    ? process.parent()
                    : OptionalInt.empty(); // nobody is started by a later one: a damaged file ends here
        }
        Collections.reverse(chain);
        return List.copyOf(chain);
    }
}
