package studio.ctnr.container.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;

class YamlTextPropertyTest {
    @Property(tries = 2000)
    void aDocumentIsReadAsItWasMeant(@ForAll long seed) {
        RandomDocument document = new RandomDocument(seed);
        assertThat(YamlParser.parse(document.text()).value())
                .as(document.text())
                .isEqualTo(PlainTree.normal(document.tree()));
    }

    @Property(tries = 6000)
    void anEditChangesWhatItMeansAndNoOtherLine(@ForAll long seed) {
        RandomDocument document = new RandomDocument(seed);
        YamlText before = YamlText.parse(document.text(), KeyOrder.NONE);
        YamlPath path = place(document);
        Random random = document.random();
        boolean there = before.find(path).isPresent();
        boolean remove = there && random.nextInt(3) == 0;
        Object value = document.value(1);
        YamlText after = remove ? before.remove(path) : before.set(path, value);

        Object expected = copy(document.tree());
        edit(expected, path, remove, value);
        assertThat(after.root().value())
                .as("%s at %s in%n%s", remove ? "removed" : value, path, document.text())
                .isEqualTo(PlainTree.normal(expected));
        checkLines(before, after, path, there);
    }

    /** A value that is there, or a new one in a map or behind a list. */
    private static YamlPath place(RandomDocument document) {
        Random random = document.random();
        YamlPath path = YamlPath.ROOT;
        Object here = document.tree();
        while (true) {
            Object next;
            if (here instanceof Map<?, ?> map) {
                List<?> keys = List.copyOf(map.keySet());
                boolean fresh = keys.isEmpty() || random.nextInt(6) == 0;
                String key = fresh ? document.key() : (String) keys.get(random.nextInt(keys.size()));
                path = path.key(key);
                next = map.get(key);
            } else {
                List<?> list = (List<?>) here;
                int index = random.nextInt(list.size() + 1);
                path = path.index(index);
                next = index < list.size() ? list.get(index) : null;
            }
            if (!(next instanceof Map || next instanceof List) || random.nextInt(4) == 0) {
                return path;
            }
            here = next;
        }
    }

    private static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, child) -> copy.put(key, copy(child)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(child -> copy.add(copy(child)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static void edit(Object tree, YamlPath path, boolean remove, Object value) {
        Object here = tree;
        for (YamlPath.Step step : path.parent().steps()) {
            here = step instanceof Key(String name)
                    ? ((Map<String, Object>) here).get(name)
                    : ((List<Object>) here).get(((Index) step).number());
        }
        switch (path.last()) {
            case Key(String name) when remove -> ((Map<String, Object>) here).remove(name);
            case Key(String name) -> ((Map<String, Object>) here).put(name, value);
            case Index(int number) when remove -> ((List<Object>) here).remove(number);
            case Index(int number) -> {
                List<Object> list = (List<Object>) here;
                if (number == list.size()) {
                    list.add(value);
                } else {
                    list.set(number, value);
                }
            }
        }
    }

    /** All lines but those of the edited value, and one that joins it to the rest, are there as they were. */
    private static void checkLines(YamlText before, YamlText after, YamlPath path, boolean there) {
        List<String> lines = before.text().lines().toList();
        List<String> untouched = new ArrayList<>(lines);
        if (there) {
            int end = before.find(path).orElseThrow().end();
            untouched = new ArrayList<>(lines.subList(0, Lines.number(before.text(), start(before, path)) - 1));
            untouched.addAll(lines.subList(Lines.number(before.text(), end), lines.size()));
        }
        untouched.removeIf(String::isBlank);
        List<String> now = after.text().lines().filter(line -> !line.isBlank()).toList();
        assertThat(untouched.size() - common(untouched, now))
                .as("lines lost by the edit of %s%nbefore%n%s%nafter%n%s", path, before.text(), after.text())
                .isLessThanOrEqualTo(1);
    }

    /** How many lines two texts have in common, in the same order. */
    private static int common(List<String> some, List<String> others) {
        int[] longest = new int[others.size() + 1];
        for (String line : some) {
            int diagonal = 0;
            for (int i = 1; i < longest.length; i++) {
                int above = longest[i];
                longest[i] = line.equals(others.get(i - 1)) ? diagonal + 1 : Math.max(above, longest[i - 1]);
                diagonal = above;
            }
        }
        return longest[others.size()];
    }

    /** Where the key starts, or the item before it ends: its dash lies in between. */
    private static int start(YamlText text, YamlPath path) {
        return switch (text.find(path.parent()).orElseThrow()) {
            case YamlNode.Mapping map ->
                map.entry(((Key) path.last()).name()).orElseThrow().start();
            case YamlNode.Sequence list
            when path.last() instanceof Index(int number) && number > 0 ->
                Lines.next(text.text(), list.items().get(number - 1).end());
            case YamlNode node -> node.start();
        };
    }

    @Property(tries = 2000)
    void aScalarIsReplacedWithinItsOwnPlace(@ForAll long seed) {
        RandomDocument document = new RandomDocument(seed);
        YamlText before = YamlText.parse(document.text(), KeyOrder.NONE);
        YamlPath path = place(document);
        if (before.find(path).orElse(null) instanceof YamlNode.Scalar scalar) {
            String after = before.set(path, "new: text").text();
            assertThat(after)
                    .startsWith(before.text().substring(0, scalar.start()))
                    .endsWith(before.text().substring(scalar.end()))
                    .hasSizeLessThan(before.text().length() + 14);
        }
    }
}
