import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.events.Announcements;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.Inventory;

/** An inventory of many containers: how long it takes to open it, to list it, to search it and to change one. */
public final class InventoryLibrary {
    private static final int RUNS = 21;

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        WorkbenchPlace place = new WorkbenchPlace(Files.createTempDirectory(Path.of(arguments[1]), "state"));
        fill(place, count);
        tell("open and close", () -> {
            try (Workbench workbench = open(place)) {
                return workbench;
            }
        });
        try (Workbench workbench = open(place)) {
            Inventory inventory = workbench.inventory();
            tell("list " + count, inventory::list);
            tell("search, one found", () -> inventory.search("application 4711"));
            tell("search, a tenth found", () -> inventory.search("vendor maker 7"));
            tell("find by id", () -> inventory.find("app-4711"));
            tell("tag one", () -> {
                inventory.setTags("app-17", new TreeSet<>(List.of("a" + System.nanoTime())));
                return null;
            });
        }
        System.out.printf("database: %d kB%n", Files.size(place.database()) / 1000);
    }

    private static Workbench open(WorkbenchPlace place) throws Exception {
        return Workbench.open(place, Optional.empty(), Clock.systemUTC());
    }

    private static void fill(WorkbenchPlace place, int count) throws Exception {
        try (Database database = Database.open(place.database());
                Announcements announcements = new Announcements()) {
            Inventory inventory = new Inventory(database, announcements);
            database.transaction(() -> {
                for (int i = 0; i < count; i++) {
                    ContainerConfig config = ContainerConfig.builder("app-" + i, "Application " + i, "1." + i)
                            .publisher(Optional.of("Vendor, maker " + i % 10))
                            .description(Optional.of("What number " + i + " is good for, in a sentence"))
                            .build();
                    ContainerFacts facts = new ContainerFacts(config, 1_000_000L + i, 100, 0, List.of());
                    inventory.add(facts, place.containers().resolve("app-" + i), false, false, Instant.EPOCH);
                    inventory.setTags("app-" + i, new TreeSet<>(List.of("tag" + i % 7, "year" + i % 3)));
                }
                return null;
            });
        }
    }

    private static void tell(String what, Callable<?> work) throws Exception {
        double[] millis = new double[RUNS];
        for (int i = -5; i < RUNS; i++) {
            long start = System.nanoTime();
            work.call();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf("%-24s %8.1f ms%n", what, millis[RUNS / 2]);
    }
}
