package studio.ctnr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;

/** {@code ctnr hive ls}. */
@Command(
        name = "ls",
        description = "Lists the subkeys and values of a key.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ctnr hive ls my-container 'HKCU\\Software\\Vendor' --recursive"})
final class HiveList implements Callable<Integer> {
    @Mixin
    private HiveTarget target;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "The key; without it the hive's root.")
    private String key;

    @Option(
            names = {"-r", "--recursive"},
            description = "List everything below the key as well.")
    private boolean recursive;

    @Mixin
    private Output output;

    private record Place(String path, HiveKey key) {}

    @Override
    public Integer call() throws IOException {
        OpenHives hives = target.open();
        List<Place> places = new ArrayList<>();
        if (key == null) {
            hives.all()
                    .forEach(hive ->
                            places.add(new Place(hive.place(), hive.hive().root())));
        } else {
            OpenHives.Named named = hives.named(key);
            places.add(new Place(named.whole(), named.find()));
        }
        if (output.isJson()) {
            List<Object> documents = new ArrayList<>();
            walk(places, place -> documents.add(document(place)));
            output.json(Map.of("keys", documents));
        } else if (recursive || places.size() > 1) {
            walk(places, this::printWithHeading);
        } else {
            printShort(places.getFirst().key);
        }
        output.out().flush();
        return ExitCode.DONE;
    }

    private void walk(List<Place> tops, Consumer<Place> visitor) {
        Deque<Place> waiting = new ArrayDeque<>(tops);
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            visitor.accept(place);
            if (recursive) {
                for (HiveKey child : List.copyOf(place.key.children()).reversed()) {
                    String path = place.path.isEmpty() ? child.name() : place.path + "\\" + child.name();
                    waiting.push(new Place(path, child));
                }
            }
        }
    }

    private void printShort(HiveKey key) {
        key.children().forEach(child -> output.out().println(Printable.of(child.name()) + "\\"));
        printValues(key, "");
    }

    private void printWithHeading(Place place) {
        output.out().println(Printable.of(place.path) + "\\");
        if (!recursive) {
            place.key.children().forEach(child -> output.out().println("  " + Printable.of(child.name()) + "\\"));
        }
        printValues(place.key, "  ");
    }

    private void printValues(HiveKey key, String indent) {
        PrintWriter out = output.out();
        int width = key.shownValues().stream()
                .mapToInt(value -> Math.min(40, new ShownValue(value).name().length()))
                .max()
                .orElse(1);
        for (RegistryValue value : key.shownValues()) {
            ShownValue shown = new ShownValue(value);
            out.println(("%s%-" + width + "s  %-13s  %s")
                    .formatted(indent, shown.name(), shown.type(), shown.brief())
                    .stripTrailing());
        }
        if (KeptDescriptor.isIn(key)) {
            out.println(indent + "(has its own security descriptor)");
        }
    }

    private static Map<String, Object> document(Place place) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", place.path);
        document.put("lastWritten", place.key.lastWritten().toString());
        place.key.className().ifPresent(name -> document.put("class", name));
        document.put("subkeys", place.key.children().stream().map(HiveKey::name).toList());
        if (KeptDescriptor.isIn(place.key)) {
            document.put("ownSecurity", true);
        }
        document.put(
                "values",
                place.key.shownValues().stream()
                        .map(value -> new ShownValue(value).document())
                        .toList());
        return document;
    }
}
