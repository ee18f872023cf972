package studio.ctnr.studio;

import java.util.List;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.compare.Comparing;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Compares what the workbench knows. */
record BenchComparing(Bench bench) implements Comparing {
    @Override
    public List<String> known() throws Exception {
        return bench.containers().stream().map(ContainerRecord::id).sorted().toList();
    }

    @Override
    public Comparison compare(String first, String second) throws Exception {
        return bench.compare(first, second);
    }
}
