package studio.ctnr.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.editor.registry.OtherRegistries;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * What the workbench knows beside a container.
 *
 * @param container empty for one that the workbench does not know
 */
record BenchRegistries(Bench bench, Optional<ContainerRecord> container) implements OtherRegistries {
    @Override
    public List<String> known() throws WorkbenchException {
        List<String> known = new ArrayList<>();
        if (container.isPresent()) {
            ContainerRecord here = container.get();
            bench.captures().stream()
                    .filter(each -> each.container().filter(here.id()::equals).isPresent())
                    .forEach(each -> known.add(each.folder().toString()));
            bench.snapshots(here).reversed().forEach(each -> known.add(here.id() + "@" + each.token()));
        }
        bench.containers().stream()
                .map(ContainerRecord::id)
                .filter(each ->
                        container.map(ContainerRecord::id).filter(each::equals).isEmpty())
                .sorted()
                .forEach(known::add);
        return known;
    }

    @Override
    public Map<String, Hive> read(String source) throws WorkbenchException, InterruptedException {
        return bench.hives(source);
    }
}
