package studio.ctnr.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.editor.registry.OtherRegistries;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** What the workbench knows beside a container. */
record BenchRegistries(Bench bench, ContainerRecord container) implements OtherRegistries {
    @Override
    public List<String> known() throws WorkbenchException {
        Optional<String> id = Optional.of(container.id());
        var captured = bench.captures().stream()
                .filter(each -> each.container().equals(id))
                .map(each -> each.folder().toString());
        var snapshots = bench.snapshots(container).reversed().stream().map(each -> container.id() + "@" + each.token());
        var others = bench.containers().stream()
                .map(ContainerRecord::id)
                .filter(each -> !each.equals(container.id()))
                .sorted();
        return Stream.of(captured, snapshots, others).flatMap(each -> each).toList();
    }

    @Override
    public Map<String, Hive> read(String source) throws WorkbenchException, InterruptedException {
        return bench.hives(source);
    }
}
